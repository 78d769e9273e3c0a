-- Versions of policy packs that an administrator has uploaded, whatever became of them.
create schema if not exists revision;

create table revision.revision (
  id           uuid        not null,
  file         text        not null,
  content      text        not null,
  state        text        not null,
  begins       date,
  refusal      text,
  area         text        not null,
  account      uuid        not null,
  by_name      text        not null,
  uploaded_at  timestamptz not null,
  decided_by   uuid,
  decided_name text,
  decided_at   timestamptz,
  ended_at     timestamptz,
  constraint revision_pk primary key (id),
  constraint revision_state_known
    check (state in ('PROPOSED', 'SCHEDULED', 'IN_FORCE', 'WITHDRAWN', 'FAILED')),
  constraint revision_begins_known
    check ((begins is not null) = (state in ('SCHEDULED', 'IN_FORCE', 'FAILED'))),
  constraint revision_refusal_known check ((refusal is not null) = (state = 'FAILED')),
  constraint revision_ended
    check ((ended_at is not null) = (state in ('IN_FORCE', 'WITHDRAWN', 'FAILED'))),
  constraint revision_decided
    check (state = 'PROPOSED'
           or (decided_by is not null and decided_name is not null and decided_at is not null))
);

create index revision_due on revision.revision (begins) where state = 'SCHEDULED';

-- The areas that a file is of, and what was in force there when it was uploaded: 0 is nothing. Of
-- the versions of an area each is put into force once.
create table revision.area (
  revision uuid    not null,
  area     text    not null,
  name     text    not null,
  name_en  text    not null,
  base     int     not null,
  version  int     not null,
  in_force boolean not null default false,
  constraint area_pk primary key (revision, area),
  constraint area_revision_fk foreign key (revision) references revision.revision (id),
  constraint area_version_raised check (version > base and base >= 0)
);

create unique index area_version_once on revision.area (area, version) where in_force;
create index area_by_area on revision.area (area, revision);
