-- A clinic whose doctor has left, and for which nobody stands in yet. A published one has an open work
-- item of the schedule office until another doctor is found, it is stopped, or it is over.
alter table capacity.clinic add column vacant_since timestamptz;
alter table capacity.clinic add constraint clinic_vacant_without_account
  check (vacant_since is null or practitioner_account is null);
create index clinic_vacant_ix on capacity.clinic (hospital, starts_at) where vacant_since is not null;
create index template_of_doctor on capacity.template (practitioner_account) where retired_at is null;
