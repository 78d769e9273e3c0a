create schema if not exists referral;

-- The referral itself: small and hot. What it says about the resident stands in referral.summary.
create table referral.referral (
  id           uuid        not null,
  number       bigint      generated always as identity,
  resident     uuid        not null,
  area         text        not null,
  sender       text        not null,
  author       uuid        not null,
  author_name  text        not null,
  state        text        not null,
  forwarded    boolean     not null default false,
  receiver     text,
  department   text,
  urgency      text,
  appointment  uuid,
  visit_start  timestamptz,
  visit_end    timestamptz,
  hold_until   timestamptz,
  expires_at   timestamptz,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  changed_at   timestamptz not null,
  version      int         not null,
  constraint referral_pk primary key (id),
  constraint referral_number unique (number),
  constraint referral_appointment_once unique (appointment),
  constraint referral_sender_fk foreign key (sender) references directory.institution (id),
  constraint referral_receiver_fk foreign key (receiver) references directory.institution (id),
  constraint referral_state check (state in ('DRAFT', 'SENT', 'RETURNED', 'ACCEPTED', 'ARRIVED',
    'IN_CARE', 'FED_BACK', 'CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  constraint referral_urgency check (urgency in ('EMERGENCY', 'URGENT', 'ROUTINE')),
  constraint referral_addressed check (
    state in ('DRAFT', 'WITHDRAWN', 'EXPIRED')
    or (receiver is not null and department is not null and urgency is not null
        and sent_at is not null)),
  constraint referral_elsewhere check (receiver <> sender),
  constraint referral_visit_whole check (
    (appointment is null) = (visit_start is null) and (appointment is null) = (visit_end is null)),
  -- The fate of the slot: no draft and no referral that came to nothing holds one.
  constraint referral_slot_fate check (
    appointment is null or state not in ('DRAFT', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  constraint referral_seen_with_slot check (
    appointment is not null or state not in ('ARRIVED', 'IN_CARE', 'FED_BACK', 'CLOSED')),
  constraint referral_forwarded_while_sent check (not forwarded or state = 'SENT'),
  constraint referral_hold_while_returned check (
    hold_until is null or (state = 'RETURNED' and appointment is not null)),
  constraint referral_version check (version > 0)
);

create index referral_sender on referral.referral (sender, changed_at desc);
create index referral_receiver on referral.referral (receiver, state, visit_start);
create index referral_resident on referral.referral (resident, department);
create index referral_expires on referral.referral (expires_at) where expires_at is not null;
create index referral_hold on referral.referral (hold_until) where hold_until is not null;

create table referral.summary (
  referral         uuid    not null,
  complaint        text    not null,
  allergies        text    not null,
  no_allergies     boolean not null,
  medicines        text    not null,
  no_medicines     boolean not null,
  diagnosis_system text,
  diagnosis_code   text,
  diagnosis_name   text,
  diagnosis_en     text,
  reason           text    not null,
  consent          boolean not null,
  contact_name     text    not null,
  contact_relation text    not null,
  contact_phone    text    not null,
  constraint summary_pk primary key (referral),
  constraint summary_of foreign key (referral) references referral.referral (id),
  constraint summary_diagnosis_whole check ((diagnosis_system is null) = (diagnosis_code is null))
);

create table referral.vital_sign (
  referral uuid    not null,
  code     text    not null,
  value    numeric not null,
  constraint vital_sign_pk primary key (referral, code),
  constraint vital_sign_of foreign key (referral) references referral.referral (id)
);

create table referral.feedback (
  referral         uuid not null,
  diagnosis_system text,
  diagnosis_code   text,
  diagnosis_name   text,
  diagnosis_en     text,
  treatment        text not null,
  advice           text not null,
  constraint feedback_pk primary key (referral),
  constraint feedback_of foreign key (referral) references referral.referral (id)
);

-- Every step with time and actor. The version it made is its number, so that two steps that both
-- believed in the same version cannot both stand here.
create table referral.step (
  referral       uuid        not null,
  version        int         not null,
  action         text        not null,
  state          text        not null,
  account        uuid,
  name           text        not null,
  institution    text        not null,
  at             timestamptz not null,
  happened_at    timestamptz,
  happened_by    text,
  note           text        not null,
  constraint step_pk primary key (referral, version),
  constraint step_of foreign key (referral) references referral.referral (id),
  constraint step_late_whole check ((happened_at is null) = (happened_by is null)),
  constraint step_late_in_order check (happened_at is null or happened_at <= at)
);
