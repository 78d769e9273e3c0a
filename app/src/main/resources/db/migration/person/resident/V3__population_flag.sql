-- 重点人群 (EHR-07): what is recorded of a resident by who cares for them, with its source, from a day on
-- until it is ended. What follows from the birth date (elderly, children) is computed and never
-- stored. Which groups there are stands in resident/groups.yaml.
create table resident.population_flag (
  id               uuid        not null,
  resident         uuid        not null,
  code             text        not null,
  source           text        not null,
  from_date        date        not null,
  until_date       date,
  set_at           timestamptz not null,
  set_by           uuid        not null,
  set_by_name      text        not null,
  institution      text        not null,
  ended_by         uuid,
  ended_by_name    text        not null default '',
  constraint population_flag_pk primary key (id),
  constraint population_flag_resident_fk foreign key (resident) references resident.resident (id),
  constraint population_flag_code_shape check (code ~ '^[a-z]+(-[a-z]+)*$'),
  constraint population_flag_source_shape check (source ~ '^[a-z]+(-[a-z]+)*$'),
  constraint population_flag_ends_after_it_begins check (until_date > from_date),
  constraint population_flag_ended_by_somebody check ((until_date is null) = (ended_by is null))
);
create unique index population_flag_one_at_a_time
  on resident.population_flag (resident, code) where until_date is null;
create index population_flag_resident_ix on resident.population_flag (resident);
