create schema notice;

create table notice.notice (
  id      uuid        not null,
  reader  uuid        not null,
  once    text        not null,
  key     text        not null,
  args    text[]      not null,
  path    text        not null,
  at      timestamptz not null,
  read_at timestamptz,
  constraint notice_pk primary key (id),
  -- However often it is told, a reader has it once.
  constraint notice_once unique (reader, once),
  constraint notice_path_in_house check (path ~ '^/([^/\\]|$)')
);
create index notice_reader_ix on notice.notice (reader, at desc, id desc);
create index notice_unread_ix on notice.notice (reader) where read_at is null;
