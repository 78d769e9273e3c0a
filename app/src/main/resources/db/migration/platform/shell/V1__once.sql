create schema if not exists shell;

-- One row for each form key that had its effect. The account is part of the key, so that nobody
-- can fetch another's answer by guessing.
create table shell.once (
  key            uuid        not null,
  account        uuid        not null,
  content_digest text        not null,
  answer         text        not null,
  at             timestamptz not null,
  constraint once_pk primary key (key, account)
);

create index once_at on shell.once (at);
