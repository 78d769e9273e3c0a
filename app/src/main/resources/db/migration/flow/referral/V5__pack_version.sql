-- The version of the area's policy pack that a step was made under (AGR-19); null for steps from
-- before this was written down.
alter table referral.step add column pack_version int;
