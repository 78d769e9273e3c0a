-- About a million slots: two doctors of each department of the area's hospitals, morning and
-- afternoon of 430 days; and ${visits} past visits, each of another resident.
create schema bench;

with department as (
  select institution, code from directory.card_department
   where institution in ('ninghe-yiyuan', 'ninghe-zhongyiyuan', 'ninghe-fuji')
), clinic as (
  insert into capacity.clinic (id, hospital, department, practitioner, planned_practitioner, day,
         session, class, place, extra_limit, starts_at, ends_at, status, made_at, made_by,
         published_at)
  select uuidv7(), d.institution, d.code, doctor, doctor, day, s.code, s.class, '门诊楼', 2,
         (day + s.starts) at time zone 'Asia/Shanghai',
         (day + s.starts) at time zone 'Asia/Shanghai' + interval '3 hours', 'published',
         '${now}', '${account}', '${now}'
    from department d,
         (values ('大数据甲'), ('大数据乙')) p (doctor),
         (values ('am', time '08:00', 'expert'), ('pm', time '13:30', 'ordinary')) s (code, starts, class),
         (select ('${now}'::timestamptz at time zone 'Asia/Shanghai')::date + n as day
            from generate_series(-400, 29) n) days
  returning *
)
insert into capacity.slot (id, clinic, hospital, department, day, starts_at, ends_at, session_at,
       number, class, reserved, extra, state)
select uuidv7(), c.id, c.hospital, c.department, c.day,
       c.starts_at + interval '20 minutes' * ((n - 1) / 3),
       c.starts_at + interval '20 minutes' * ((n - 1) / 3 + 1), c.starts_at, n, c.class,
       mod(n, 3) = 0, false, 'free'
  from clinic c, generate_series(1, 27) n;
analyze capacity.slot;

create table bench.visit as
select s.id as slot, s.clinic, s.starts_at, r.id as resident
  from (select id, clinic, starts_at, row_number() over (order by md5(id::text)) as n
          from capacity.slot where ends_at < '${now}' and state = 'free') s
  join (select id, row_number() over (order by md5(id::text)) as n from resident.resident) r
    on r.n = s.n
 where s.n <= ${visits};
update capacity.slot s set state = 'booked' from bench.visit v where v.slot = s.id;
insert into capacity.appointment (id, slot, clinic, resident, purpose_kind, purpose_id, status,
       entitled, booked_by, booked_by_name, booked_by_institution, booked_at, changed_at)
select uuidv7(), slot, clinic, resident, 'visit', gen_random_uuid()::text, 'arrived', false,
       '${account}', '演示', 'ninghe-yiyuan', starts_at - interval '3 days', starts_at
  from bench.visit
