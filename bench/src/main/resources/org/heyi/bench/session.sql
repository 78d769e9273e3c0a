-- One published clinic of one segment with ${places} free places.
insert into capacity.clinic (id, hospital, department, practitioner, planned_practitioner, day,
    session, class, place, extra_limit, starts_at, ends_at, status, made_at, made_by, published_at)
values ('${clinic}', '${hospital}', '${department}', '热门${number}', '热门${number}', '${day}',
        'am', 'ordinary', '门诊楼', 0, '${start}', '${end}', 'published', '${now}', '${account}',
        '${now}');
insert into capacity.slot (id, clinic, hospital, department, day, starts_at, ends_at, session_at,
    number, class, reserved, extra, state)
select case n when 1 then '${first}'::uuid else uuidv7() end, '${clinic}', '${hospital}',
       '${department}', '${day}', '${start}', '${end}', '${start}', n, 'ordinary', false, false,
       'free'
  from generate_series(1, ${places}) n
