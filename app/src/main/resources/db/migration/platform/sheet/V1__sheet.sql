create schema sheet;

-- One import: a file, what it would do, and what it did. The file goes after a while, as it is full
-- of personal data; who imported how many rows when stays.
create table sheet.run (
  id                uuid        not null,
  kind              text        not null,
  file_name         text        not null,
  sha256            text        not null,
  content           bytea,
  state             text        not null,
  mode              text,
  institution       text        not null,
  post              uuid        not null,
  account           uuid        not null,
  by_name           text        not null,
  checked_at        timestamptz not null,
  pressed_at        timestamptz,
  done_at           timestamptz,
  progress          int         not null default 0,
  problem           jsonb,
  checked_fresh     int         not null,
  checked_changed   int         not null,
  checked_unchanged int         not null,
  checked_wrong     int         not null,
  done_fresh        int         not null default 0,
  done_changed      int         not null default 0,
  done_unchanged    int         not null default 0,
  done_wrong        int         not null default 0,
  constraint run_pk primary key (id),
  constraint run_state_known check (state in ('CHECKED', 'WORKING', 'DONE', 'REFUSED', 'STOPPED')),
  constraint run_mode_known check (mode in ('ALL', 'SKIP')),
  constraint run_pressed check ((state = 'CHECKED') = (pressed_at is null)
    and (pressed_at is null) = (mode is null)),
  constraint run_done check ((state = 'DONE') = (done_at is not null)),
  constraint run_problem_said check (state not in ('REFUSED', 'STOPPED') or problem is not null),
  constraint run_all_means_all check (mode <> 'ALL' or checked_wrong = 0),
  constraint run_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create index run_of_institution_ix on sheet.run (institution, kind, checked_at desc);
create index run_working_ix on sheet.run (pressed_at) where state = 'WORKING';
create index run_kept_ix on sheet.run (checked_at) where content is not null;

-- A workbook is compressed already: the database need not try again.
alter table sheet.run alter column content set storage external;

-- One row of its table. The outcome is written in the transaction of the effect, so that each row is
-- done once, whoever takes the work up again.
create table sheet.run_row (
  run      uuid   not null,
  number   int    not null,
  checked  text   not null,
  fields   text[] not null,
  problems jsonb  not null,
  outcome  text,
  object   text   not null default '',
  constraint run_row_pk primary key (run, number),
  constraint run_row_run_fk foreign key (run) references sheet.run (id),
  constraint run_row_checked_known check (checked in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG')),
  constraint run_row_outcome_known check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG')),
  constraint run_row_wrong_says_why check (
    coalesce(outcome, checked) <> 'WRONG' or jsonb_array_length(problems) > 0)
);
