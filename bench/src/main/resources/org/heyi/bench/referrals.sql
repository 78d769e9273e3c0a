-- 20,000 referrals to the lead hospital in all states, with everything that hangs on them. A table
-- of what each will be comes first.
create table bench.state (state text, first int, last int, steps text[], kind text, duty text);
insert into bench.state values
  ('SENT', 1, 2000, '{START,EDIT,SEND}', 'referral.review', 'referral.review'),
  ('ACCEPTED', 2001, 3000, '{START,EDIT,SEND,ACCEPT}', 'referral.arrive', 'referral.arrive'),
  ('ARRIVED', 3001, 3300, '{START,EDIT,SEND,ACCEPT,ARRIVE}', 'referral.take-in', 'referral.treat'),
  ('IN_CARE', 3301, 3800, '{START,EDIT,SEND,ACCEPT,ARRIVE,TAKE_IN}', 'referral.feed-back', 'referral.treat'),
  ('FED_BACK', 3801, 4200, '{START,EDIT,SEND,ACCEPT,ARRIVE,TAKE_IN,FEED_BACK}', 'referral.read', 'referral.send'),
  ('RETURNED', 4201, 4500, '{START,EDIT,SEND,RETURN}', 'referral.revise', 'referral.send'),
  ('REFUSED', 4501, 5200, '{START,EDIT,SEND,REFUSE}', null, null),
  ('WITHDRAWN', 5201, 5600, '{START,EDIT,SEND,WITHDRAW}', null, null),
  ('EXPIRED', 5601, 5800, '{START,EDIT,SEND,EXPIRE}', null, null),
  ('DRAFT', 5801, 6000, '{START,EDIT}', null, null),
  ('CLOSED', 6001, 20000, '{START,EDIT,SEND,ACCEPT,ARRIVE,TAKE_IN,FEED_BACK,CLOSE}', null, null);

create table bench.place as
select id as slot, clinic, department, starts_at, ends_at, starts_at > '${now}' as coming,
       row_number() over (partition by starts_at > '${now}' order by md5(id::text)) as n
  from capacity.slot
 where hospital = 'ninghe-yiyuan' and state = 'free'
   and (ends_at < '${now}' or starts_at > '${now}'::timestamptz + interval '3 days');

-- Drafts are written at one clinic, so that one doctor can be asked for them. Nobody gets a second
-- visit in a session that the demonstration has booked for them.
create table bench.person as
select t.resident, t.institution, t.institution = '${sender}' as own,
       row_number() over (partition by t.institution = '${sender}' order by md5(t.resident::text)) as n
  from resident.tie t where t.institution <> 'ninghe-yiyuan' and t.until_date is null
   and not exists (select from capacity.appointment a where a.resident = t.resident);

create table bench.plan as
select q.n, uuidv7() as id, s.state, s.steps, s.kind, s.duty, r.resident, r.institution as sender,
       case when s.state in ('SENT', 'ACCEPTED', 'ARRIVED', 'IN_CARE', 'FED_BACK', 'CLOSED')
            then uuidv7() end as appointment,
       p.slot, p.clinic, p.department, p.starts_at, p.ends_at,
       case when mod(q.n, 20) = 0 then 'EMERGENCY' when mod(q.n, 4) = 1 then 'URGENT' else 'ROUTINE' end
         as urgency,
       case when s.state in ('SENT', 'DRAFT') then '${now}'::timestamptz - interval '1 minute' * mod(q.n, 600)
            else least(p.starts_at, '${now}'::timestamptz) - interval '1 hour' * (50 + mod(q.n, 50)) end
         as begun,
       '${now}'::timestamptz + interval '1 minute' * (600 + mod(q.n * 37, 2500)) as due
  from generate_series(1, 20000) q (n)
  join bench.state s on q.n between s.first and s.last
  join bench.person r on r.own = (s.state = 'DRAFT') and r.n = q.n - case when s.state = 'DRAFT' then 5800 else 0 end
  join bench.place p on p.n = q.n and p.coming = (s.state in ('SENT', 'ACCEPTED', 'DRAFT'));
create index on bench.plan (id);

update capacity.slot s set state = 'booked' from bench.plan p where p.slot = s.id and p.appointment is not null;
insert into capacity.appointment (id, slot, clinic, resident, purpose_kind, purpose_id, status,
       entitled, booked_by, booked_by_name, booked_by_institution, booked_at, changed_at)
select appointment, slot, clinic, resident, 'referral', id::text,
       case when state in ('SENT', 'ACCEPTED') then 'booked' else 'arrived' end, true, '${account}',
       '${name}', sender, begun, begun
  from bench.plan where appointment is not null;

insert into referral.referral (id, resident, area, sender, author, author_name, state, receiver,
       department, urgency, appointment, visit_start, visit_end, expires_at, created_at, sent_at,
       changed_at, version)
select id, resident, '${area}', sender, '${account}', '${name}', state, 'ninghe-yiyuan', department,
       urgency, appointment, case when appointment is not null then starts_at end,
       case when appointment is not null then ends_at end,
       case when state in ('SENT', 'DRAFT', 'RETURNED') then '${now}'::timestamptz + interval '20 days' end,
       begun, case when state <> 'DRAFT' then begun + interval '5 minutes' end,
       begun + interval '5 minutes', cardinality(steps)
  from bench.plan;

insert into referral.summary (referral, complaint, allergies, no_allergies, medicines, no_medicines,
       diagnosis_system, diagnosis_code, diagnosis_name, diagnosis_en, reason, consent,
       contact_name, contact_relation, contact_phone)
select id, '高血压5年，近2周血压控制不佳，头晕', '', true, '氨氯地平5mg 每日一次', false, 'icd-10',
       'I10', '特发性（原发性）高血压', 'Essential (primary) hypertension',
       '两种药物联合后仍不达标，请专科调整方案', true, '演示家属', '家属', '19000009999'
  from bench.plan;
insert into referral.vital_sign
select id, code, value
  from bench.plan, (values ('pulse', 82), ('systolic', 158), ('diastolic', 96)) v (code, value);
insert into referral.feedback
select id, 'icd-10', 'I10', '特发性（原发性）高血压', 'Essential (primary) hypertension', '调整降压方案',
       '两周后复查'
  from bench.plan where state in ('FED_BACK', 'CLOSED');

insert into referral.step (referral, version, action, state, account, name, institution, at, note)
select p.id, v, p.steps[v],
       case p.steps[v] when 'START' then 'DRAFT' when 'EDIT' then 'DRAFT' when 'SEND' then 'SENT'
            when 'ACCEPT' then 'ACCEPTED' when 'ARRIVE' then 'ARRIVED' when 'TAKE_IN' then 'IN_CARE'
            when 'FEED_BACK' then 'FED_BACK' else p.state end,
       '${account}', '${name}', case when p.steps[v] in ('START', 'EDIT', 'SEND', 'CLOSE')
                                     then p.sender else 'ninghe-yiyuan' end,
       p.begun + interval '5 minutes' * v, ''
  from bench.plan p, lateral generate_subscripts(p.steps, 1) v;

create table bench.work as
select uuidv7() as item, p.*, coalesce(d.name, p.department) as title,
       case when duty = 'referral.send' then sender else 'ninghe-yiyuan' end as owner
  from bench.plan p
  left join directory.card_department d on d.institution = 'ninghe-yiyuan' and d.code = p.department
 where p.state <> 'DRAFT';
insert into work.item (id, subject_kind, subject_id, kind, title, path, owner_institution,
       owner_duty, urgency, remind_at, due_at, opened_at, opened_by, closed_at, closed_by)
select item, 'referral', id::text, coalesce(kind, 'referral.review'), title, '/referrals/' || id,
       owner, coalesce(duty, 'referral.review'),
       case urgency when 'EMERGENCY' then 0 when 'URGENT' then 1 else 2 end, due, due, begun,
       '${account}', case when kind is null then begun + interval '1 hour' end,
       case when kind is null then '${account}'::uuid end
  from bench.work;
insert into work.step (id, item, subject_kind, subject_id, step, at, account, actor, kind,
       to_institution, to_duty)
select uuidv7(), item, 'referral', id::text, 'OPENED', begun, '${account}', '${name}',
       'referral.review', 'ninghe-yiyuan', 'referral.review'
  from bench.work;

insert into access.relationship (kind, resident, institution, source_kind, source_id, begun_at,
       begun_by, until, ended_at)
select 'REFERRAL', p.resident, i, 'referral', p.id::text, p.begun, '${account}',
       case when p.state = 'CLOSED' then '${now}'::timestamptz + interval '30 days' end,
       case when p.state in ('REFUSED', 'WITHDRAWN', 'EXPIRED') then p.begun + interval '1 hour' end
  from bench.plan p, lateral unnest(array[p.sender, 'ninghe-yiyuan']) i
 where p.state <> 'DRAFT'
