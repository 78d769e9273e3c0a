-- Gives the application's role what it needs on everything the current role owns, after each
-- migration, and takes the rest away: rows may be read and written, tables may not be changed;
-- views only read; audit entries only added and read; migration histories not seen at all.
-- Only what differs is touched, so that the usual start writes nothing. ${app} is the role's name.
do $$
declare
  app constant text := '${app}';
  item record;
begin
  perform pg_advisory_xact_lock(hashtext('heyi.grants'));

  for item in
    select nspname as schema from pg_namespace
     where nspowner = current_user::regrole and nspname not in ('public', 'migration')
       and not has_schema_privilege(app, oid, 'usage')
  loop
    execute format('grant usage on schema %I to %I', item.schema, app);
  end loop;

  for item in
    with wanted as (
      select c.oid::regclass as name,
             c.oid,
             case when c.relkind in ('v', 'm') then array['SELECT']
                  when c.relkind = 'S' then array['SELECT', 'USAGE']
                  when n.nspname = 'audit' then array['INSERT', 'SELECT']
                  else array['DELETE', 'INSERT', 'SELECT', 'UPDATE'] end as rights,
             case when c.relkind = 'S' then 'sequence' else 'table' end as kind,
             c.relacl
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspowner = current_user::regrole and n.nspname not in ('public', 'migration')
         and c.relowner = current_user::regrole and c.relkind in ('r', 'p', 'v', 'm', 'S')
    )
    select name, rights, kind from wanted
     where rights is distinct from (
       select array_agg(a.privilege_type::text order by a.privilege_type::text)
         from aclexplode(relacl) a where a.grantee = app::regrole)
  loop
    execute format('revoke all on %s %s from %I', item.kind, item.name, app);
    execute format('grant %s on %s %s to %I', array_to_string(item.rights, ', '), item.kind, item.name, app);
  end loop;
end $$;
