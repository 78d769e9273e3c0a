-- How an area and its consortia are governed, as the plan arranges it, and how far members are
-- managed as one.
create schema if not exists governance;

-- One row for each body, department, centre, milestone and concurrent post. A plan's arrangement is
-- read, shown and replaced as a whole, so what it says stands as the pack said it, in one document.
create table governance.arrangement (
  area       text  not null,
  section    text  not null,
  position   int   not null,
  id         text,
  consortium text,
  said       jsonb not null,
  constraint arrangement_pk primary key (area, section, position),
  constraint arrangement_id_once unique (id),
  constraint arrangement_area_fk foreign key (area) references policy.area (id),
  constraint arrangement_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint arrangement_section_known check (section in (
    'bodies', 'authorities', 'centres', 'milestones', 'concurrent_posts'))
);

create index arrangement_consortium on governance.arrangement (consortium);

-- GOV-12: what integration may not change.
create table governance.unchanged (
  consortium text    not null,
  attribute  text    not null,
  area       text    not null,
  position   int     not null,
  words      text    not null,
  clause     text    not null,
  house      boolean not null,
  constraint unchanged_pk primary key (consortium, attribute),
  constraint unchanged_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint unchanged_area_fk foreign key (area) references policy.area (id),
  constraint unchanged_attribute_known check (attribute in (
    'legal_personality', 'institution_nature', 'ownership', 'staff_identity', 'duties',
    'cadre_authority', 'administrative_duty', 'fiscal_guarantee', 'subsidy_channel')),
  constraint unchanged_origin check (house = (clause = ''))
);

-- GOV-11: where every member and dimension of a consortium begins.
create table governance.unification (
  consortium text    not null,
  area       text    not null,
  begins     text    not null,
  clause     text    not null,
  house      boolean not null,
  constraint unification_pk primary key (consortium),
  constraint unification_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint unification_area_fk foreign key (area) references policy.area (id),
  constraint unification_begins_known check (begins in ('planned', 'preparing', 'unified')),
  constraint unification_origin check (house = (clause = ''))
);

-- What a plan says of a dimension besides its name, which stands in parameter P-02.
create table governance.dimension (
  consortium text    not null,
  kind       text    not null,
  name       text    not null,
  centre     text    not null default '',
  rule       text    not null default '',
  clause     text    not null,
  house      boolean not null,
  constraint dimension_pk primary key (consortium, kind, name),
  constraint dimension_unification_fk
    foreign key (consortium) references governance.unification (consortium) on delete cascade,
  constraint dimension_kind_known check (kind in ('unified', 'coordinated', 'integrated')),
  constraint dimension_says_something check (centre <> '' or rule <> ''),
  constraint dimension_origin check (house = (clause = ''))
);

-- How far one member is managed as one in one dimension. Rows are only added, and the newest holds:
-- of two changes from the same version, one finds its number taken.
create table governance.unified_status (
  consortium  text        not null,
  kind        text        not null,
  dimension   text        not null,
  institution text        not null,
  version     int         not null,
  status      text        not null,
  since       date        not null,
  note        text        not null default '',
  account     uuid        not null,
  post        uuid        not null,
  changed_at  timestamptz not null,
  constraint unified_status_pk primary key (consortium, kind, dimension, institution, version),
  constraint unified_status_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint unified_status_institution_fk
    foreign key (institution) references directory.institution (id),
  constraint unified_status_kind_known check (kind in ('unified', 'coordinated', 'integrated')),
  constraint unified_status_known check (status in ('planned', 'preparing', 'unified')),
  constraint unified_status_counts_from_one check (version >= 1),
  constraint unified_status_note_short check (length(note) <= 500)
);
