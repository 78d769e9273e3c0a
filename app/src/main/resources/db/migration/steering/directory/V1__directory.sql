-- Institutions, their names, who manages whom, departments and practitioners.
create schema if not exists directory;

-- A key's life as a box, so that an exclusion constraint can forbid two at one time without any
-- extension: the key's hash across, the days up. The half day keeps "until" outside.
create function directory.life(key text, since date, until date) returns box
  language sql immutable parallel safe
  return box(
    point(hashtextextended(key, 0)::float8, (since - date '1900-01-01')::float8),
    point(hashtextextended(key, 0)::float8,
          coalesce((until - date '1900-01-01')::float8, 10000000) - 0.5));

create table directory.institution (
  id                   text    not null,
  area                 text    not null,
  position             int     not null,
  kind                 text    not null,
  level                text    not null default '',
  ownership            text    not null default '',
  credit_code          text,
  legal_person         text    not null default '',
  legal_representative text    not null default '',
  district             text    not null default '',
  town                 text    not null default '',
  plaque               text    not null default '',
  note                 text    not null default '',
  pinyin               text    not null default '',
  composed             boolean not null default false,
  generated            boolean not null default false,
  synthetic            boolean not null default false,
  above_area           boolean not null default false,
  since                date    not null,
  until                date,
  clause               text    not null,
  house                boolean not null,
  merged_into          text,
  merged_on            date,
  merged_clause        text,
  constraint institution_pk primary key (id),
  constraint institution_area_fk foreign key (area) references policy.area (id),
  constraint institution_merged_fk foreign key (merged_into) references directory.institution (id)
    deferrable initially deferred,
  constraint institution_credit_code_once unique (credit_code),
  constraint institution_id_shape check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  constraint institution_credit_code_shape
    check (credit_code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
  constraint institution_kind_known check (kind in (
    'general_hospital', 'district_hospital', 'tcm_hospital', 'mental_health_hospital',
    'rehabilitation_hospital', 'specialist_hospital', 'college_affiliated_hospital',
    'enterprise_hospital', 'mch_institution', 'nursing_home', 'cdc', 'township_health_centre',
    'town_hospital', 'regional_medical_centre', 'community_health_centre', 'primary_institution',
    'nested_consortium', 'community_health_station', 'village_clinic', 'quality_control_centre',
    'government_department', 'external_support_hospital', 'external_support_body')),
  constraint institution_level_known
    check (level in ('', 'primary', 'secondary', 'secondary_a', 'tertiary', 'tertiary_a')),
  constraint institution_ownership_known
    check (ownership in ('', 'public', 'government', 'private', 'social')),
  constraint institution_legal_person_known check (legal_person in ('', 'yes', 'no')),
  constraint institution_ends_after_it_begins check (until > since),
  constraint institution_origin check (house = (clause = '')),
  constraint institution_merger_whole
    check ((merged_into is null) = (merged_on is null) and merged_into <> id)
);

create index institution_area on directory.institution (area, position);

create table directory.institution_name (
  institution text    not null,
  use         text    not null,
  name        text    not null,
  since       date    not null,
  until       date,
  clause      text    not null,
  house       boolean not null,
  constraint institution_name_pk primary key (institution, use, name, since),
  constraint institution_name_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint institution_name_use_known check (use in ('official', 'trade', 'alias')),
  constraint institution_name_ends_after_it_begins check (until > since),
  constraint institution_name_origin check (house = (clause = '')),
  -- one official and one trade name at a time
  constraint institution_name_one_at_a_time
    exclude using gist (directory.life(institution || ' ' || use, since, until) with &&)
    where (use <> 'alias')
);

-- 一体化管理 (GOV-09): exactly one centre manages a clinic at a time.
create table directory.management (
  institution text    not null,
  manager     text    not null,
  since       date    not null,
  until       date,
  clause      text    not null,
  house       boolean not null,
  constraint management_pk primary key (institution, since),
  constraint management_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint management_manager_fk foreign key (manager) references directory.institution (id),
  constraint management_not_of_itself check (manager <> institution),
  constraint management_ends_after_it_begins check (until > since),
  constraint management_origin check (house = (clause = '')),
  constraint management_one_at_a_time
    exclude using gist (directory.life(institution, since, until) with &&)
);

create index management_manager on directory.management (manager);

create table directory.department (
  institution text    not null,
  code        text    not null,
  name        text    not null,
  name_en     text    not null,
  pinyin      text    not null,
  position    int     not null,
  clause      text    not null,
  house       boolean not null,
  closed_on   date,
  constraint department_pk primary key (institution, code),
  constraint department_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint department_code_shape check (code ~ '^\d\d(\.\d\d){0,2}$'),
  constraint department_origin check (house = (clause = ''))
);

create table directory.practitioner (
  id          uuid not null,
  institution text not null,
  department  text,
  name        text not null,
  title       text not null,
  pinyin      text not null,
  since       date not null,
  until       date,
  constraint practitioner_pk primary key (id),
  constraint practitioner_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint practitioner_department_fk
    foreign key (institution, department) references directory.department (institution, code),
  constraint practitioner_name_not_blank check (length(trim(name)) between 1 and 50),
  constraint practitioner_title_known check (title in (
    'chief_physician', 'associate_chief_physician', 'attending_physician', 'resident_physician',
    'assistant_physician', 'village_doctor', 'nurse', 'pharmacist', 'technician')),
  constraint practitioner_ends_after_it_begins check (until > since)
);

create index practitioner_institution on directory.practitioner (institution, department);

create function directory.today() returns date
  language sql stable
  return (now() at time zone 'Asia/Shanghai')::date;

-- Institutions as of today. `pinyin` holds full spelling and initials of all names, lower case.
create view directory.card_institution as
select i.id, i.area, i.position,
       coalesce(
         (select n.name from directory.institution_name n
           where n.institution = i.id and n.use = 'official'
             and n.since <= directory.today() and (n.until is null or n.until > directory.today())),
         (select n.name from directory.institution_name n
           where n.institution = i.id and n.use = 'official' order by n.since desc limit 1),
         i.id) as name,
       coalesce(
         (select n.name from directory.institution_name n
           where n.institution = i.id and n.use = 'trade'
             and n.since <= directory.today() and (n.until is null or n.until > directory.today())),
         '') as trade_name,
       i.kind, i.level, i.district, i.town,
       (select m.manager from directory.management m
         where m.institution = i.id
           and m.since <= directory.today() and (m.until is null or m.until > directory.today()))
         as managed_by,
       i.generated, i.pinyin,
       (i.until is null or i.until > directory.today()) as open
  from directory.institution i;

create view directory.card_department as
select institution, code, name, name_en, pinyin, position
  from directory.department
 where closed_on is null or closed_on > directory.today();

create view directory.card_practitioner as
select id, institution, department, name, title, pinyin
  from directory.practitioner
 where until is null or until > directory.today();

-- Who managed whom when, for the rooms above that let clinics inherit from their centre.
create view directory.card_management as
select institution, manager, since, until from directory.management;
