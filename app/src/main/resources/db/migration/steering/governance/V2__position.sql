-- GOV-29: what institutions are for, as the plan says it: for some by role, kind and level, for some
-- by name.
create table governance.position (
  area       text    not null,
  position   int     not null,
  consortium text,
  roles      text[]  not null,
  kinds      text[]  not null,
  levels     text[]  not null,
  clause     text    not null,
  house      boolean not null,
  constraint position_pk primary key (area, position),
  constraint position_area_fk foreign key (area) references policy.area (id),
  constraint position_consortium_fk
    foreign key (consortium) references community.consortium (id),
  constraint position_origin check (house = (clause = ''))
);

create table governance.position_institution (
  area        text not null,
  position    int  not null,
  line        int  not null,
  institution text not null,
  constraint position_institution_pk primary key (area, position, institution),
  constraint position_institution_position_fk
    foreign key (area, position) references governance.position (area, position) on delete cascade,
  constraint position_institution_fk
    foreign key (institution) references directory.institution (id)
);

create table governance.position_item (
  area     text    not null,
  position int     not null,
  line     int     not null,
  part     text    not null,
  code     text    not null,
  words    text    not null,
  at_least int,
  unit     text    not null,
  clause   text    not null,
  house    boolean not null,
  constraint position_item_pk primary key (area, position, line),
  constraint position_item_position_fk
    foreign key (area, position) references governance.position (area, position) on delete cascade,
  constraint position_item_part_known check (part in (
    'care', 'service', 'scale', 'equipment', 'specialty')),
  constraint position_item_says_something check (code <> '' or words <> ''),
  constraint position_item_number check (at_least > 0),
  constraint position_item_unit_of_number check (unit = '' or at_least is not null),
  constraint position_item_origin check (house = (clause = ''))
);
