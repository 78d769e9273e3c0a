-- Cooperation: AGR-10, AGR-12, AGR-13, GOV-30. Earlier technical cooperation lies outside every
-- consortium (001 二(三)).
create table community.tie (
  id               text    not null,
  area             text    not null,
  position         int     not null,
  kind             text    not null,
  consortium       text,
  party            text,
  counterpart      text,
  counterpart_name text    not null default '',
  matters          text[]  not null,
  cross_grid       boolean not null default false,
  plan             text    not null default '',
  outcome          text    not null default '',
  since            date    not null,
  until            date,
  clause           text    not null,
  house            boolean not null,
  constraint tie_pk primary key (id),
  constraint tie_area_fk foreign key (area) references policy.area (id),
  constraint tie_consortium_fk foreign key (consortium) references community.consortium (id),
  constraint tie_party_fk foreign key (party) references directory.institution (id),
  constraint tie_counterpart_fk foreign key (counterpart) references directory.institution (id),
  constraint tie_kind_known check (kind in (
    'alliance_tie', 'telemedicine_link', 'business_agreement', 'earlier_technical', 'upper_level')),
  constraint tie_earlier_outside check (kind <> 'earlier_technical' or consortium is null),
  constraint tie_has_a_side check (consortium is not null or party is not null),
  constraint tie_has_a_counterpart check ((counterpart is null) = (counterpart_name <> '')),
  constraint tie_with_another check (party <> counterpart),
  constraint tie_about_something check (matters <> '{}'),
  constraint tie_ends_after_it_begins check (until > since),
  constraint tie_origin check (house = (clause = ''))
);

create index tie_area on community.tie (area, position);
create index tie_consortium on community.tie (consortium);
create index tie_party on community.tie (party);
create index tie_counterpart on community.tie (counterpart);
