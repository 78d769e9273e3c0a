create schema operation;

-- The processes of this installation that run, each with the moment it last said so. The times are
-- the database's own: the nodes' clocks may differ, and the demonstration's is another altogether.
create table operation.node (
  id         uuid        not null,
  host       text        not null,
  pid        bigint      not null,
  version    text        not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  constraint node_pk primary key (id),
  constraint node_seen_after_start check (seen_at >= started_at)
);
