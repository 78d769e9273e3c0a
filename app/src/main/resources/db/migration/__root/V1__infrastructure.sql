-- Tables of the libraries that run the application; no room owns them.
-- They must look as the library expects, so constraints carry the library's names.
create schema infra;

-- Spring Session JDBC 4.1
create table infra.spring_session (
  primary_id            char(36)     not null,
  session_id            char(36)     not null,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval int          not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on infra.spring_session (session_id);
create index spring_session_ix2 on infra.spring_session (expiry_time);
create index spring_session_ix3 on infra.spring_session (principal_name);

create table infra.spring_session_attributes (
  session_primary_id char(36)     not null,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references infra.spring_session (primary_id) on delete cascade
);

-- Spring Modulith 2.1, event publications, schema v2
create table infra.event_publication (
  id                     uuid        not null,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz,
  constraint event_publication_pk primary key (id)
);
create index event_publication_serialized_event_hash_idx
  on infra.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx
  on infra.event_publication (completion_date);

-- db-scheduler 16
create table infra.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on infra.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on infra.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time_idx
  on infra.scheduled_tasks (priority desc, execution_time asc);
