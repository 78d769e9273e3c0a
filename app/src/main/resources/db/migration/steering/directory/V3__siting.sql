-- 村卫生室规划设置 (GOV-10; 004 台账二(四),(五)): the siting plan of an area in versions, the sites and
-- the settlements of each, and what became of each site.
create table directory.siting_plan (
  id              uuid        not null,
  area            text        not null,
  number          int         not null,
  title           text        not null default '',
  document        text        not null default '',
  since           date,
  until           date,
  drafted_at      timestamptz not null,
  drafted_account uuid        not null,
  drafted_post    uuid        not null,
  adopted_at      timestamptz,
  adopted_account uuid,
  adopted_post    uuid,
  constraint siting_plan_pk primary key (id),
  constraint siting_plan_area_fk foreign key (area) references policy.area (id),
  constraint siting_plan_number_once unique (area, number),
  constraint siting_plan_ends_after_it_begins check (until > since),
  constraint siting_plan_adoption_whole check (
    case when adopted_at is null
         then since is null and until is null and adopted_account is null and adopted_post is null
         else since is not null and title <> '' and adopted_account is not null
              and adopted_post is not null end),
  constraint siting_plan_one_in_force
    exclude using gist (directory.life(area, since, until) with &&) where (adopted_at is not null)
);
create unique index siting_plan_one_draft on directory.siting_plan (area) where adopted_at is null;

-- since: from when the state holds; of a planned site the day on which it is to open.
-- successor: into which it merged, or which took over its service area when it closed.
create table directory.siting_site (
  plan        uuid not null,
  code        text not null,
  name        text not null,
  town        text not null,
  village     text not null default '',
  centre      text,
  institution text,
  state       text not null,
  since       date not null,
  successor   text,
  note        text not null default '',
  revision    int  not null default 1,
  constraint siting_site_pk primary key (plan, code),
  constraint siting_site_plan_fk foreign key (plan) references directory.siting_plan (id)
    on delete cascade,
  constraint siting_site_centre_fk foreign key (centre) references directory.institution (id),
  constraint siting_site_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint siting_site_successor_fk foreign key (plan, successor)
    references directory.siting_site (plan, code) deferrable initially deferred,
  constraint siting_site_name_once unique (plan, name),
  constraint siting_site_institution_once unique (plan, institution),
  constraint siting_site_code_shape check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  constraint siting_site_named check (name <> '' and town <> ''),
  constraint siting_site_state_known check (state in ('PLANNED', 'OPEN', 'MERGED', 'CLOSED')),
  constraint siting_site_successor_fits check (
    case state when 'MERGED' then successor is not null
               when 'CLOSED' then true
               else successor is null end),
  constraint siting_site_not_into_itself check (successor <> code)
);

-- One row a settlement, so that at most one serves it.
create table directory.siting_settlement (
  plan       uuid not null,
  code       text not null,
  name       text not null,
  town       text not null,
  kind       text not null,
  population int,
  centre     text,
  served_by  text not null default 'NOBODY',
  site       text,
  constraint siting_settlement_pk primary key (plan, code),
  constraint siting_settlement_plan_fk foreign key (plan) references directory.siting_plan (id)
    on delete cascade,
  constraint siting_settlement_centre_fk foreign key (centre) references directory.institution (id),
  constraint siting_settlement_site_fk
    foreign key (plan, site) references directory.siting_site (plan, code),
  constraint siting_settlement_name_once unique (plan, town, name),
  constraint siting_settlement_code_shape check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  constraint siting_settlement_named check (name <> '' and town <> ''),
  constraint siting_settlement_kind_known
    check (kind in ('NATURAL_VILLAGE', 'ADMINISTRATIVE_VILLAGE', 'COMMUNITY')),
  constraint siting_settlement_population_counts check (population >= 0),
  constraint siting_settlement_served_known
    check (served_by in ('NOBODY', 'SITE', 'CENTRE', 'VISIT')),
  constraint siting_settlement_site_fits check ((served_by = 'SITE') = (site is not null)),
  constraint siting_settlement_centre_fits
    check (served_by not in ('CENTRE', 'VISIT') or centre is not null)
);
create index siting_settlement_site on directory.siting_settlement (plan, site);

-- What became of a site: when entered (no from_state), and each change of its state.
create table directory.siting_event (
  id          uuid        not null,
  plan        uuid        not null,
  site        text        not null,
  at          timestamptz not null,
  account     uuid        not null,
  post        uuid        not null,
  from_state  text,
  to_state    text        not null,
  since       date        not null,
  successor   text,
  settlements int         not null,
  note        text        not null,
  constraint siting_event_pk primary key (id),
  constraint siting_event_site_fk foreign key (plan, site)
    references directory.siting_site (plan, code) on delete cascade,
  constraint siting_event_states_known check (
    to_state in ('PLANNED', 'OPEN', 'MERGED', 'CLOSED')
    and from_state in ('PLANNED', 'OPEN', 'MERGED', 'CLOSED')),
  constraint siting_event_is_a_change check (from_state <> to_state)
);
create index siting_event_site on directory.siting_event (plan, site, at);
