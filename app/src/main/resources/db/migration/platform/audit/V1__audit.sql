create schema audit;

-- Who did or saw what. Rows are only added: by right (the application's role may insert and select)
-- and by trigger (below), which also binds the owner of the tables.
create table audit.entry (
  id           uuid        not null,
  at           timestamptz not null,
  actor_kind   text        not null,
  actor        text        not null,
  account      uuid,
  post         uuid,
  role         text,
  institution  text,
  area         text,
  action       text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  residents    uuid[]      not null,
  outcome      text        not null,
  problem      text,
  facts        jsonb       not null,
  constraint entry_pk primary key (id),
  constraint entry_actor_kind_known check (actor_kind in ('STAFF', 'LOGIN', 'CLOCK')),
  constraint entry_staff_complete check (
    (actor_kind = 'STAFF') = (num_nonnulls(account, post, role, institution, area) = 5)),
  constraint entry_outcome_known check (outcome in ('DONE', 'REFUSED')),
  constraint entry_refusal_has_problem check ((outcome = 'REFUSED') = (problem is not null)),
  constraint entry_facts_object check (jsonb_typeof(facts) = 'object')
);
create index entry_at_idx on audit.entry (at, id);
create index entry_account_idx on audit.entry (account, at);
create index entry_residents_idx on audit.entry using gin (residents);

-- The hash chain over the entries, in the order in which a background job sealed them.
-- hash = SHA-256(hash of the position before, then the entry's canonical text).
-- Without a foreign key: a row added only to check what the chain itself shows.
create table audit.seal (
  position bigint not null,
  entry    uuid   not null,
  hash     bytea  not null,
  constraint seal_pk primary key (position),
  constraint seal_position_positive check (position > 0),
  constraint seal_entry_once unique (entry),
  constraint seal_hash_sha256 check (octet_length(hash) = 32)
);

-- A superuser can do anything anyway, with or without a trigger; what he changes shows in the chain.
create function audit.only_add() returns trigger language plpgsql as $$
begin
  if current_setting('is_superuser') = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'rows of %.% are only added', tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger entry_only_add before update or delete on audit.entry
  for each row execute function audit.only_add();
create trigger entry_no_truncate before truncate on audit.entry
  for each statement execute function audit.only_add();
create trigger seal_only_add before update or delete on audit.seal
  for each row execute function audit.only_add();
create trigger seal_no_truncate before truncate on audit.seal
  for each statement execute function audit.only_add();
