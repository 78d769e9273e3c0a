create schema file;

-- One row per subject that has files: it counts them, and its lock lets uploads queue.
create table file.folder (
  subject_kind text not null,
  subject_id   text not null,
  files        int  not null,
  constraint folder_pk primary key (subject_kind, subject_id),
  constraint folder_counts check (files >= 0)
);

create table file.stored_file (
  id              uuid        not null,
  subject_kind    text        not null,
  subject_id      text        not null,
  name            text        not null,
  media_type      text        not null,
  size            bigint      not null,
  sha256          text        not null,
  original_sha256 text        not null,
  content         bytea       not null,
  stored_at       timestamptz not null,
  stored_by       uuid        not null,
  institution     text        not null,
  constraint stored_file_pk primary key (id),
  constraint stored_file_once_per_subject unique (subject_kind, subject_id, original_sha256),
  constraint stored_file_size check (size = octet_length(content) and size > 0),
  constraint stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint stored_file_original_sha256 check (original_sha256 ~ '^[0-9a-f]{64}$')
);

-- Pictures and PDF are compressed already: the database need not try again.
alter table file.stored_file alter column content set storage external;
