create schema resident;

create sequence resident.temporary_number;

-- One row per person. name_key, spellings and numbers are in one form of writing, made in Java, and
-- sorted byte by byte (collate "C"), so that a prefix is a range of an index.
create table resident.resident (
  id               uuid             not null,
  name             text             not null,
  name_key         text collate "C" not null,
  pinyin           text             not null,
  own_code         text             not null,
  sex              text             not null,
  birth_date       date             not null,
  birth_estimated  boolean          not null,
  phone            text collate "C" not null,
  phone_masked     text             not null,
  address          text             not null,
  residence        text             not null,
  number_masked    text             not null,
  no_number_reason text             not null,
  synthetic        boolean          not null,
  area             text             not null,
  institution      text             not null,
  registered_at    timestamptz      not null,
  registered_by    uuid             not null,
  version          int              not null,
  constraint resident_pk primary key (id),
  constraint resident_name_length check (char_length(name) between 1 and 100),
  constraint resident_name_nfc check (name is nfc normalized),
  constraint resident_sex_known check (sex in ('0', '1', '2', '9')),
  constraint resident_number_or_reason check (number_masked <> '' or no_number_reason <> ''),
  constraint resident_version_counts check (version >= 1)
);
create index resident_name_ix on resident.resident (name_key, id);
create index resident_phone_ix on resident.resident (phone, id) where phone <> '';

-- The row decides who a number belongs to: of many who register one person, one makes the row.
create table resident.identifier (
  system      text             not null,
  issuer      text             not null,
  value       text collate "C" not null,
  resident    uuid             not null,
  masked      text             not null,
  added_at    timestamptz      not null,
  added_by    uuid             not null,
  institution text             not null,
  constraint identifier_pk primary key (system, issuer, value),
  constraint identifier_resident_fk foreign key (resident) references resident.resident (id),
  constraint identifier_system_known check (system in (
    'ID_CARD', 'OLD_ID_CARD', 'RESIDENCE_PERMIT', 'PASSPORT', 'HK_MACAO_PASS', 'TAIWAN_PASS',
    'FOREIGN_PERMANENT_RESIDENCE', 'BIRTH_CERTIFICATE', 'HEALTH_CARD', 'INSURANCE_CARD',
    'LOCAL_NUMBER', 'TEMPORARY')),
  constraint identifier_issuer_of_local check ((system = 'LOCAL_NUMBER') = (issuer <> '')),
  constraint identifier_value_normal check (value ~ '^[A-Z0-9./]+$')
);
create index identifier_value_ix on resident.identifier (value, resident);
create index identifier_resident_ix on resident.identifier (resident);

-- One ID card a person.
create unique index identifier_one_id_card on resident.identifier (resident) where system = 'ID_CARD';

create table resident.spelling (
  key      text collate "C" not null,
  resident uuid             not null,
  constraint spelling_pk primary key (key, resident),
  constraint spelling_resident_fk foreign key (resident) references resident.resident (id),
  constraint spelling_key_normal check (key ~ '^[a-z0-9]+$')
);
create index spelling_resident_ix on resident.spelling (resident);

-- What became of the row: one line per version, with the fields that changed and never their values.
create table resident.change (
  resident    uuid        not null,
  version     int         not null,
  what        text        not null,
  fields      text[]      not null,
  at          timestamptz not null,
  account     uuid        not null,
  name        text        not null,
  institution text        not null,
  constraint change_pk primary key (resident, version),
  constraint change_resident_fk foreign key (resident) references resident.resident (id)
);

create table resident.contact (
  id           uuid        not null,
  resident     uuid        not null,
  name         text        not null,
  relation     text        not null,
  phone        text        not null,
  phone_masked text        not null,
  added_at     timestamptz not null,
  added_by     uuid        not null,
  constraint contact_pk primary key (id),
  constraint contact_resident_fk foreign key (resident) references resident.resident (id),
  constraint contact_once unique (resident, name, phone)
);

create table resident.consent (
  id           uuid        not null,
  resident     uuid        not null,
  text         text        not null,
  giver        text        not null,
  giver_name   text        not null,
  given_at     timestamptz not null,
  recorded_by  uuid        not null,
  institution  text        not null,
  withdrawn_at timestamptz,
  constraint consent_pk primary key (id),
  constraint consent_resident_fk foreign key (resident) references resident.resident (id),
  constraint consent_giver_known check (giver in ('SELF', 'GUARDIAN', 'NOT_POSSIBLE')),
  constraint consent_guardian_named check ((giver = 'GUARDIAN') = (giver_name <> '')),
  constraint consent_ends_after_it_begins check (withdrawn_at >= given_at),
  constraint consent_one_at_a_time unique nulls not distinct (resident, text, institution, withdrawn_at)
);

-- First-contact institution and grid, dated. A change on the day of a change corrects the row.
create table resident.tie (
  id          uuid not null,
  resident    uuid not null,
  institution text not null,
  grid        text not null,
  from_date   date not null,
  until_date  date,
  set_at      timestamptz not null,
  set_by      uuid not null,
  set_by_name text not null,
  constraint tie_pk primary key (id),
  constraint tie_resident_fk foreign key (resident) references resident.resident (id),
  constraint tie_ends_after_it_begins check (until_date > from_date),
  constraint tie_one_at_a_time unique nulls not distinct (resident, until_date)
);
create index tie_institution_ix on resident.tie (institution, resident) where until_date is null;

create view resident.card_resident as
select id, name, sex, birth_date, number_masked as id_number_masked, phone_masked, pinyin, synthetic
  from resident.resident;
comment on view resident.card_resident is
  'Who a resident is, numbers masked. Who joins it records every resident shown in one audit entry.';

create view resident.card_tie as
select resident, institution, grid, from_date from resident.tie where until_date is null;
comment on view resident.card_tie is 'Today''s first-contact institution and grid of a resident.';

create view resident.fact_tie as
select t.resident, t.institution, t.grid, t.from_date, t.until_date, r.area, r.residence, r.sex,
       r.birth_date
  from resident.tie t join resident.resident r on r.id = t.resident;
comment on view resident.fact_tie is
  'Registered residents by grid and institution over time (EHR-12); permanent: residence not not-permanent.';
