-- The file of each version, as it was written: what a decision was made under can be read years
-- later, whatever files the program brings by then. Versions from before have theirs as soon as a
-- node starts that still has the file.
create table policy.pack_text (
  digest  text not null,
  file    text not null,
  content text not null,
  constraint pack_text_pk primary key (digest)
);

-- The day an uploaded version begins: nothing in it changes what held before. Null where a file of
-- the installation was read, which says itself from when it holds.
alter table policy.pack add column begins date;

-- The version in force of each area.
create view policy.card_pack as
select id as area, version, plan_title as title from policy.area;
