-- 1+1 (APT-09): the community or township centre and the hospital that a resident has chosen, one choice
-- at a time. A change ends the one before; one on the day of a change corrects the row.
create table resident.selection (
  id             uuid        not null,
  resident       uuid        not null,
  centre         text        not null,
  hospital       text        not null,
  hospital_level text        not null,
  giver          text        not null,
  giver_name     text        not null,
  from_date      date        not null,
  until_date     date,
  set_at         timestamptz not null,
  set_by         uuid        not null,
  set_by_name    text        not null,
  institution    text        not null,
  constraint selection_pk primary key (id),
  constraint selection_resident_fk foreign key (resident) references resident.resident (id),
  constraint selection_of_two check (centre <> hospital),
  -- voluntary: nobody chooses where the resident could not be asked
  constraint selection_giver_known check (giver in ('SELF', 'GUARDIAN')),
  constraint selection_guardian_named check ((giver = 'GUARDIAN') = (giver_name <> '')),
  constraint selection_ends_after_it_begins check (until_date > from_date),
  constraint selection_one_at_a_time unique nulls not distinct (resident, until_date)
);
create index selection_hospital_ix on resident.selection (hospital) where until_date is null;
comment on column resident.selection.hospital_level is 'As the directory said that day; empty: not recorded.';
