create schema work;

-- One row per piece of work, for its whole life: passing it on changes owner, kind and times.
-- opened_by and closed_by are null when a clock did it.
create table work.item (
  id                uuid        not null,
  subject_kind      text        not null,
  subject_id        text        not null,
  kind              text        not null,
  title             text        not null,
  path              text        not null,
  owner_institution text        not null,
  owner_duty        text        not null,
  assignee          uuid,
  assignee_name     text,
  claimed_at        timestamptz,
  urgency           smallint    not null,
  remind_at         timestamptz not null,
  due_at            timestamptz not null,
  opened_at         timestamptz not null,
  opened_by         uuid,
  reminded_at       timestamptz,
  escalated_at      timestamptz,
  closed_at         timestamptz,
  closed_by         uuid,
  version           integer     not null default 0,
  constraint item_pk primary key (id),
  constraint item_urgency_known check (urgency between 0 and 2),
  constraint item_reminded_before_due check (remind_at <= due_at),
  constraint item_path_in_house check (path like '/%'),
  constraint item_claimed_by_somebody check (claimed_at is null or assignee is not null),
  constraint item_assignee_named check ((assignee is null) = (assignee_name is null)),
  constraint item_closed_whole check (closed_by is null or closed_at is not null)
);
-- One subject has at most one open item of a kind.
create unique index item_open_once
  on work.item (subject_kind, subject_id, kind) where closed_at is null;
create index item_inbox_ix
  on work.item (owner_institution, owner_duty, urgency, due_at) where closed_at is null;
create index item_assignee_ix on work.item (assignee) where closed_at is null;
create index item_remind_ix
  on work.item (remind_at) where closed_at is null and reminded_at is null and escalated_at is null;
create index item_due_ix on work.item (due_at) where closed_at is null and escalated_at is null;

-- What happened to an item. Only added, never changed.
create table work.step (
  id               uuid        not null,
  item             uuid        not null,
  subject_kind     text        not null,
  subject_id       text        not null,
  step             text        not null,
  at               timestamptz not null,
  account          uuid,
  actor            text        not null,
  kind             text        not null,
  from_institution text,
  from_duty        text,
  to_institution   text,
  to_duty          text,
  constraint step_pk primary key (id),
  constraint step_item_fk foreign key (item) references work.item (id),
  constraint step_known check (step in ('OPENED', 'PASSED', 'CLAIMED', 'RELEASED', 'REDATED',
    'REMINDED', 'ESCALATED', 'CLOSED')),
  constraint step_from_whole check ((from_institution is null) = (from_duty is null)),
  constraint step_to_whole check ((to_institution is null) = (to_duty is null))
);
create index step_subject_ix on work.step (subject_kind, subject_id, id);

create view work.card_item as
select id, subject_kind, subject_id, kind, title, path, urgency, owner_institution, owner_duty,
       assignee, assignee_name, claimed_at, remind_at, due_at, reminded_at, escalated_at, opened_at,
       version
  from work.item where closed_at is null;
comment on view work.card_item is 'Open work items.';
