-- 政区 (GOV-32): the area, its districts, towns and villages. A level may be missing where nobody names
-- it. Rows are made when packs are read; the packs in place are read once more with this change.
create table directory.place (
  id        text    not null,
  area      text    not null,
  parent    text,
  level     text    not null,
  name      text    not null,
  name_en   text    not null,
  region    text    not null,
  generated boolean not null,
  position  int     not null,
  since     date    not null,
  until     date,
  clause    text    not null,
  house     boolean not null,
  constraint place_pk primary key (id),
  constraint place_area_fk foreign key (area) references policy.area (id),
  constraint place_parent_fk foreign key (parent) references directory.place (id)
    deferrable initially deferred,
  constraint place_level_known check (level in ('city', 'county', 'town', 'village')),
  constraint place_root_is_the_area check ((parent is null) = (id = area)),
  constraint place_once unique nulls not distinct (area, parent, level, name),
  constraint place_ends_after_it_begins check (until > since),
  constraint place_origin check (house = (clause = ''))
);
create index place_parent_ix on directory.place (parent);

-- Which city an area belongs to when. Each pack says it for itself, so that packs of one city come
-- and go in any order.
create table directory.belonging (
  area    text    not null,
  city    text    not null,
  name    text    not null,
  name_en text    not null,
  region  text    not null,
  since   date    not null,
  until   date,
  clause  text    not null,
  house   boolean not null,
  constraint belonging_pk primary key (area, since),
  constraint belonging_area_fk foreign key (area) references policy.area (id),
  constraint belonging_city_shape check (city ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  constraint belonging_ends_after_it_begins check (until > since),
  constraint belonging_origin check (house = (clause = '')),
  constraint belonging_one_city_at_a_time exclude using gist (directory.life(area, since, until) with &&)
);
create index belonging_city_ix on directory.belonging (city);

-- Where an institution lies; none for authorities above the area and for support from outside it.
alter table directory.institution add column place text;
alter table directory.institution add constraint institution_place_fk
  foreign key (place) references directory.place (id) deferrable initially deferred;
create index institution_place_ix on directory.institution (place);
