create schema fhir;

-- By which identifier of its own a system made a resource here. Identifiers belong to the
-- institution that gave them. The row is written before the resource, in its transaction: of many
-- that make the same at once, one writes it and the others wait and find it.
create table fhir.foreign_identifier (
  institution text        not null,
  type        text        not null,
  system      text        not null,
  value       text        not null,
  resource    text        not null,
  at          timestamptz not null,
  constraint foreign_identifier_pk primary key (institution, type, system, value),
  constraint foreign_identifier_value check (value <> '' and system <> '')
);
