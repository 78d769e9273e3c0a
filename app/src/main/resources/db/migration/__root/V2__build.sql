-- Which build's migrations and rights this database has, so that a start that brings nothing new
-- asks once instead of once per room. Written by org.heyi.platform.database.Build.
create table migration.build (
  only_row    boolean not null default true,
  fingerprint text    not null,
  constraint build_pk primary key (only_row),
  constraint build_has_one_row check (only_row)
);
