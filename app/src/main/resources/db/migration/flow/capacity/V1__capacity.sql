create schema if not exists capacity;

-- What a doctor does every week on one weekday and session.
create table capacity.template (
  id                   uuid        not null,
  hospital             text        not null,
  department           text        not null,
  practitioner         text        not null,
  practitioner_account uuid,
  weekday              smallint    not null,
  session              text        not null,
  class                text        not null,
  place                text        not null,
  extra_limit          smallint    not null,
  made_at              timestamptz not null,
  made_by              uuid        not null,
  retired_at           timestamptz,
  constraint template_pk primary key (id),
  constraint template_hospital_fk foreign key (hospital) references directory.institution (id),
  constraint template_weekday check (weekday between 1 and 7),
  constraint template_session check (session in ('am', 'pm', 'evening')),
  constraint template_class check (class in ('expert', 'ordinary')),
  constraint template_extra_limit check (extra_limit between 0 and 100)
);
create unique index template_once on capacity.template
  (hospital, department, practitioner, weekday, session, class) where retired_at is null;

create table capacity.template_segment (
  template uuid     not null,
  starts   time     not null,
  ends     time     not null,
  places   smallint not null,
  reserved smallint not null,
  constraint template_segment_pk primary key (template, starts),
  constraint template_segment_template_fk foreign key (template) references capacity.template (id),
  constraint template_segment_order check (ends > starts),
  constraint template_segment_places check (places between 1 and 100),
  constraint template_segment_reserved check (reserved between 0 and places)
);

-- One doctor's clinic of a department on a day. Drafted twice it is one clinic.
create table capacity.clinic (
  id                   uuid        not null,
  hospital             text        not null,
  department           text        not null,
  practitioner         text        not null,
  practitioner_account uuid,
  planned_practitioner text        not null,
  day                  date        not null,
  session              text        not null,
  class                text        not null,
  place                text        not null,
  extra_limit          smallint    not null,
  starts_at            timestamptz not null,
  ends_at              timestamptz not null,
  status               text        not null,
  reason               text        not null default '',
  version              int         not null default 0,
  made_at              timestamptz not null,
  made_by              uuid        not null,
  published_at         timestamptz,
  stopped_at           timestamptz,
  constraint clinic_pk primary key (id),
  constraint clinic_hospital_fk foreign key (hospital) references directory.institution (id),
  constraint clinic_session check (session in ('am', 'pm', 'evening')),
  constraint clinic_class check (class in ('expert', 'ordinary')),
  constraint clinic_order check (ends_at > starts_at),
  constraint clinic_status check (status in ('draft', 'published', 'stopped')),
  constraint clinic_published check ((status = 'draft') = (published_at is null)),
  constraint clinic_stopped check ((status = 'stopped') = (stopped_at is not null)),
  constraint clinic_stopped_reason check (status <> 'stopped' or reason <> '')
);
create unique index clinic_once on capacity.clinic
  (hospital, department, planned_practitioner, day, session, class) where status <> 'stopped';
create index clinic_of_day on capacity.clinic (hospital, day);
create index clinic_of_doctor on capacity.clinic (practitioner_account, day);

create table capacity.clinic_segment (
  clinic    uuid        not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  places    smallint    not null,
  reserved  smallint    not null,
  constraint clinic_segment_pk primary key (clinic, starts_at),
  constraint clinic_segment_clinic_fk foreign key (clinic)
    references capacity.clinic (id) on delete cascade,
  constraint clinic_segment_order check (ends_at > starts_at),
  constraint clinic_segment_places check (places between 1 and 100),
  constraint clinic_segment_reserved check (reserved between 0 and places)
);

-- One bookable place. Hospital, department and day are the clinic's, so that the next free ones are
-- found without a join; a lapsed hold counts as free.
create table capacity.slot (
  id          uuid        not null,
  clinic      uuid        not null,
  hospital    text        not null,
  department  text        not null,
  day         date        not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  session_at  timestamptz not null,
  number      smallint    not null,
  class       text        not null,
  reserved    boolean     not null,
  extra       boolean     not null,
  state       text        not null,
  held_until  timestamptz,
  held_by     uuid,
  unused_at   timestamptz,
  constraint slot_pk primary key (id),
  constraint slot_of_clinic unique (id, clinic),
  constraint slot_number_once unique (clinic, number),
  constraint slot_clinic_fk foreign key (clinic) references capacity.clinic (id),
  constraint slot_order check (ends_at > starts_at),
  constraint slot_number check (number > 0),
  constraint slot_class check (class in ('expert', 'ordinary')),
  constraint slot_state check (state in ('free', 'held', 'booked', 'cancelled')),
  constraint slot_held check (
    (state = 'held') = (held_until is not null) and (state = 'held') = (held_by is not null)),
  constraint slot_unused check (unused_at is null or reserved)
) with (fillfactor = 90);
create index slot_free_of_department on capacity.slot
  (hospital, department, starts_at, clinic, reserved) where state in ('free', 'held');
create index slot_free_of_hospital on capacity.slot
  (hospital, starts_at, clinic, reserved) where state in ('free', 'held');
create unique index slot_one_hold on capacity.slot (held_by) where state = 'held';

-- One resident's booking. `current` marks the newest of a purpose.
create table capacity.appointment (
  id                    uuid        not null,
  slot                  uuid        not null,
  clinic                uuid        not null,
  resident              uuid        not null,
  purpose_kind          text        not null,
  purpose_id            text        not null,
  status                text        not null,
  current               boolean     not null default true,
  entitled              boolean     not null,
  booked_by             uuid        not null,
  booked_by_name        text        not null,
  booked_by_institution text        not null,
  booked_at             timestamptz not null,
  changed_at            timestamptz not null,
  reason                text        not null default '',
  to_tell               boolean     not null default false,
  constraint appointment_pk primary key (id),
  constraint appointment_slot_fk foreign key (slot, clinic) references capacity.slot (id, clinic),
  constraint appointment_resident_fk foreign key (resident) references resident.resident (id),
  constraint appointment_status check (
    status in ('booked', 'arrived', 'cancelled', 'no_show', 'displaced')),
  constraint appointment_current check (current or status not in ('booked', 'arrived')),
  constraint appointment_reason check (status not in ('cancelled', 'displaced') or reason <> '')
);
create unique index appointment_one_per_slot on capacity.appointment (slot)
  where status in ('booked', 'arrived', 'no_show');
create unique index appointment_one_per_purpose on capacity.appointment (purpose_kind, purpose_id)
  where current;
create unique index appointment_one_per_clinic on capacity.appointment (clinic, resident)
  where status in ('booked', 'arrived');
create index appointment_of_clinic on capacity.appointment (clinic);
create index appointment_to_tell on capacity.appointment (booked_by_institution) where to_tell;

-- Why a hospital's day may be below the share: who, when, why.
create table capacity.quota_reason (
  id       uuid        not null,
  hospital text        not null,
  day      date        not null,
  basis    text        not null,
  offered  int         not null,
  reserved int         not null,
  required int         not null,
  change   text        not null,
  reason   text        not null,
  by       uuid        not null,
  by_name  text        not null,
  at       timestamptz not null,
  constraint quota_reason_pk primary key (id),
  constraint quota_reason_basis check (basis in ('expert', 'outpatient')),
  constraint quota_reason_said check (reason <> ''),
  constraint quota_reason_below check (reserved < required)
);
create index quota_reason_of_day on capacity.quota_reason (hospital, day);

-- What a hospital offers and reserves on a day. Every change of the offer locks this row first,
-- and the constraint holds the share: below it only with a reason.
create table capacity.quota_day (
  hospital text not null,
  day      date not null,
  basis    text not null,
  offered  int  not null default 0,
  reserved int  not null default 0,
  required int  not null default 0,
  reason   uuid,
  constraint quota_day_pk primary key (hospital, day, basis),
  constraint quota_day_reason_fk foreign key (reason) references capacity.quota_reason (id),
  constraint quota_day_basis check (basis in ('expert', 'outpatient')),
  constraint quota_day_counts check (reserved between 0 and offered and required between 0 and offered),
  constraint quota_day_share_or_reason check (reserved >= required or reason is not null)
);

create view capacity.card_appointment as
  select a.id, a.purpose_kind, a.purpose_id, a.resident, c.hospital, c.department, c.practitioner,
         c.class as slot_class, s.reserved, s.starts_at, s.ends_at, s.number, a.status
    from capacity.appointment a
    join capacity.slot s on s.id = a.slot
    join capacity.clinic c on c.id = a.clinic
   where a.current;

create view capacity.fact_quota_day as
  select q.hospital, q.day, q.basis, q.offered, q.reserved, q.required, q.reason is not null as excused
    from capacity.quota_day q;
