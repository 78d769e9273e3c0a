create schema if not exists demo;

-- One row: the demonstration was made for this area, and how far its clock is from the real one.
create table demo.replay (
  area          text        not null,
  shift_seconds bigint      not null,
  made_at       timestamptz not null,
  constraint replay_pk primary key (area)
);
