-- Consortia, their members, roles and grids, and the formula they are counted by.
create schema if not exists community;

-- A key's life as a box, see directory.life: forbids two at one time without any extension.
create function community.life(key text, since date, until date) returns box
  language sql immutable parallel safe
  return box(
    point(hashtextextended(key, 0)::float8, (since - date '1900-01-01')::float8),
    point(hashtextextended(key, 0)::float8,
          coalesce((until - date '1900-01-01')::float8, 10000000) - 0.5));

create table community.consortium (
  id                text    not null,
  area              text    not null,
  position          int     not null,
  name              text    not null,
  name_en           text    not null,
  name_house        boolean not null,
  trade_name        text    not null default '',
  form              text    not null,
  parent            text,
  stands_as         text,
  batch             text    not null default '',
  includes_clinics  boolean not null,
  synthetic         boolean not null,
  transition_form   text,
  transition_by     int,
  transition_clause text,
  formula           text    not null default '',
  formula_printed   boolean not null default false,
  formula_clause    text    not null default '',
  since             date    not null,
  until             date,
  clause            text    not null,
  house             boolean not null,
  constraint consortium_pk primary key (id),
  constraint consortium_area_fk foreign key (area) references policy.area (id),
  constraint consortium_parent_fk foreign key (parent) references community.consortium (id)
    deferrable initially deferred,
  constraint consortium_stands_as_fk foreign key (stands_as) references directory.institution (id),
  constraint consortium_form_known check (form in (
    'tight_county', 'loose_county', 'medical_alliance', 'telemedicine_network',
    'voluntary_private', 'county_with_grids', 'tight_urban', 'regional')),
  constraint consortium_nested_whole
    check ((parent is null) = (stands_as is null) and parent <> id
           and (form <> 'regional' or parent is not null)),
  constraint consortium_transition_whole
    check ((transition_form is null) = (transition_by is null)),
  constraint consortium_ends_after_it_begins check (until > since),
  constraint consortium_origin check (house = (clause = ''))
);

create index consortium_area on community.consortium (area, position);

create table community.member (
  consortium  text    not null,
  institution text    not null,
  role        text    not null,
  batch       text    not null default '',
  since       date    not null,
  until       date,
  clause      text    not null,
  house       boolean not null,
  constraint member_pk primary key (consortium, institution, since),
  constraint member_consortium_fk foreign key (consortium) references community.consortium (id),
  constraint member_institution_fk foreign key (institution) references directory.institution (id),
  constraint member_role_known check (role in (
    'lead', 'joint_lead', 'cooperating', 'member', 'collaborating', 'cross_grid_partner',
    'upper_support')),
  constraint member_ends_after_it_begins check (until > since),
  constraint member_origin check (house = (clause = '')),
  -- GOV-04: one role per institution and consortium at a time
  constraint member_one_role_at_a_time
    exclude using gist (community.life(consortium || ' ' || institution, since, until) with &&)
);

create index member_institution on community.member (institution);

create table community.grid (
  id         text    not null,
  area       text    not null,
  consortium text    not null,
  position   int     not null,
  name       text    not null,
  name_en    text    not null,
  name_house boolean not null,
  lead       text    not null,
  scope      text    not null default '',
  since      date    not null,
  until      date,
  clause     text    not null,
  house      boolean not null,
  constraint grid_pk primary key (id),
  constraint grid_consortium_fk foreign key (consortium) references community.consortium (id),
  constraint grid_lead_fk foreign key (lead) references directory.institution (id),
  constraint grid_ends_after_it_begins check (until > since),
  constraint grid_origin check (house = (clause = ''))
);

create index grid_consortium on community.grid (consortium, position);

create table community.grid_member (
  grid        text not null,
  institution text not null,
  since       date not null,
  until       date,
  constraint grid_member_pk primary key (grid, institution, since),
  constraint grid_member_grid_fk foreign key (grid) references community.grid (id),
  constraint grid_member_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint grid_member_ends_after_it_begins check (until > since),
  -- GOV-06: an institution is in one grid at a time
  constraint grid_member_one_grid_at_a_time
    exclude using gist (community.life(institution, since, until) with &&)
);

-- TSK-18: what is counted and how many there should be; without a consortium, of the whole area.
create table community.formula_part (
  area       text    not null,
  consortium text,
  position   int     not null,
  label      text    not null,
  counts     text    not null,
  grid       text    not null default '',
  roles      text[]  not null,
  kinds      text[]  not null,
  levels     text[]  not null,
  forms      text[]  not null,
  exactly    int,
  at_least   int,
  at_most    int,
  open       boolean not null,
  clause     text    not null,
  constraint formula_part_once unique nulls not distinct (area, consortium, position),
  constraint formula_part_area_fk foreign key (area) references policy.area (id),
  constraint formula_part_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint formula_part_counts_known check (counts in (
    'members', 'clinics', 'grids', 'grid_members', 'consortia', 'modes', 'institutions')),
  constraint formula_part_bounded
    check ((exactly is null) = (coalesce(at_least, at_most) is not null))
);

-- Who is in what on a day. A clinic is where the centre is that manages it. The lead of a grid is
-- in that grid.
create function community.members_on(day date)
  returns table (consortium text, institution text, role text, grid text, manager text)
  language sql stable
as $$
  with named as (
    select m.consortium, m.institution, m.role, c.includes_clinics,
           coalesce(
             (select g.id from community.grid g
                join community.grid_member gm on gm.grid = g.id
               where g.consortium = m.consortium and gm.institution = m.institution
                 and gm.since <= day and (gm.until is null or gm.until > day)),
             (select min(g.id) from community.grid g
               where g.consortium = m.consortium and g.lead = m.institution
                 and g.since <= day and (g.until is null or g.until > day)),
             '') as grid
      from community.member m
      join community.consortium c on c.id = m.consortium
     where m.since <= day and (m.until is null or m.until > day)
       and c.since <= day and (c.until is null or c.until > day)
  )
  select consortium, institution, role, grid, null::text from named
  union all
  select n.consortium, k.institution, 'member', n.grid, n.institution
    from named n
    join directory.card_management k on k.manager = n.institution
   where n.includes_clinics and k.since <= day and (k.until is null or k.until > day)
$$;

create view community.card_member as
select consortium, institution, role, grid, manager
  from community.members_on((now() at time zone 'Asia/Shanghai')::date);

create view community.card_consortium as
select id, area, position, name, name_en, trade_name, form
  from community.consortium
 where until is null or until > (now() at time zone 'Asia/Shanghai')::date;

create view community.card_grid as
select id, area, consortium, position, name, name_en, lead
  from community.grid
 where until is null or until > (now() at time zone 'Asia/Shanghai')::date;
