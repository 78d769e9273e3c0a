-- The two roles of a Heyi database, for a server of our own. Run as superuser; may be run again.
-- heyi_owner owns the schemas and runs the migrations, heyi_app is what the application is at work.
-- ${owner_password} and ${app_password} are random letters and digits.
do $$
begin
  if not exists (select from pg_roles where rolname = 'heyi_owner') then
    create role heyi_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'heyi_app') then
    create role heyi_app;
  end if;
end $$;
alter role heyi_owner login nosuperuser nocreatedb nocreaterole noreplication password '${owner_password}';
alter role heyi_app login nosuperuser nocreatedb nocreaterole noreplication password '${app_password}';
-- Nobody waits for ever behind a lock, and a forgotten transaction does not hold one.
alter role heyi_app set lock_timeout = '10s';
alter role heyi_app set idle_in_transaction_session_timeout = '60s';
