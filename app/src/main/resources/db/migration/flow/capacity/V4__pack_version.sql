-- The version of the area's policy pack that a clinic was published under (AGR-19); null for drafts,
-- and for clinics published before this was written down.
alter table capacity.clinic add column pack_version int;
