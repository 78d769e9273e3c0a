-- What the plans say. Rows of packs, statements and parameters are only added: every day's value
-- can still be told.
create schema if not exists policy;

create table policy.area (
  id          text    not null,
  name        text    not null,
  name_en     text    not null,
  level       text    not null,
  region      text    not null default '',
  plan_title  text    not null,
  plan_number text    not null default '',
  plan_issuer text    not null default '',
  plan_year   int     not null,
  plan_draft  boolean not null,
  synthetic   boolean not null,
  demo_today  date,
  version     int     not null,
  constraint area_pk primary key (id),
  constraint area_id_shape check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  constraint area_level_known check (level in ('district', 'county', 'city')),
  constraint area_region_six_digits check (region ~ '^(\d{6})?$')
);

create table policy.district (
  area   text    not null,
  name   text    not null,
  region text    not null default '',
  clause text    not null,
  house  boolean not null,
  constraint district_pk primary key (area, name),
  constraint district_area_fk foreign key (area) references policy.area (id),
  constraint district_origin check (house = (clause = ''))
);

create table policy.pack (
  area      text        not null,
  version   int         not null,
  checksum  text        not null,
  digest    text        not null,
  format    int         not null,
  effective date        not null,
  clause    text        not null,
  house     boolean     not null,
  loaded_at timestamptz not null,
  constraint pack_pk primary key (area, version),
  constraint pack_area_fk foreign key (area) references policy.area (id),
  constraint pack_version_positive check (version > 0),
  constraint pack_origin check (house = (clause = ''))
);

alter table policy.area
  add constraint area_pack_fk foreign key (id, version) references policy.pack (area, version)
  deferrable initially deferred;

-- What a plan says on one row, P-01 to P-30, or why the house chose (H-…).
create table policy.statement (
  area               text    not null,
  pack_version       int     not null,
  consortium         text,
  consortium_name    text    not null default '',
  consortium_name_en text    not null default '',
  number             text    not null,
  pinyin             text    not null default '',
  silent             boolean not null,
  clause             text    not null default '',
  house              boolean not null,
  says               text    not null default '',
  says_en            text    not null default '',
  constraint statement_once unique nulls not distinct (area, pack_version, consortium, number),
  constraint statement_pack_fk foreign key (area, pack_version)
    references policy.pack (area, version) deferrable initially deferred,
  constraint statement_number_shape check (number ~ '^(P-(0[1-9]|[12][0-9]|30)|H-[a-z]+)$'),
  constraint statement_silent_or_said check (silent = (says = '')),
  constraint statement_origin check (silent or house = (clause = ''))
);

-- The values made of it. A withdrawn row says that from its date on there is none.
create table policy.parameter (
  area         text    not null,
  consortium   text,
  key          text    not null,
  number       text    not null,
  items        text[]  not null,
  unit         text    not null,
  bound        text    not null,
  clause       text    not null,
  house        boolean not null,
  effective    date    not null,
  pack_version int     not null,
  withdrawn    boolean not null default false,
  constraint parameter_once
    unique nulls not distinct (area, key, consortium, effective, pack_version),
  constraint parameter_pack_fk foreign key (area, pack_version)
    references policy.pack (area, version) deferrable initially deferred,
  constraint parameter_bound_known check (bound in ('exactly', 'at-least', 'at-most', 'more-than')),
  constraint parameter_origin check (house = (clause = '')),
  constraint parameter_has_value check (withdrawn = (cardinality(items) = 0))
);

create view policy.card_area as
select id, name, name_en, level, region, synthetic from policy.area;
