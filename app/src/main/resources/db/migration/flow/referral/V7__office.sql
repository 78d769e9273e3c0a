-- 负责转诊的科室和工作人员 of an institution (南阳 台账二(六), 太仓 二(三)3). Each change is a row of its own: the
-- newest holds, the others are the history, and two who changed the same one meet in the key.
create table referral.office (
  institution text        not null,
  version     int         not null,
  name        text        not null,
  phone       text        not null,
  hours       text        not null,
  staff       uuid[]      not null,
  account     uuid        not null,
  changed_by  text        not null,
  changed_at  timestamptz not null,
  constraint office_pk primary key (institution, version),
  constraint office_of foreign key (institution) references directory.institution (id),
  constraint office_version check (version > 0),
  constraint office_named check (trim(name) <> '' and trim(phone) <> ''),
  constraint office_staffed check (cardinality(staff) > 0)
);
