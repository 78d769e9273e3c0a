-- What rooms above may join. Dates are read in China's time.

create view access.card_post as
select p.id as post, p.account, a.name, p.institution, p.department, p.role, p.from_date, p.until_date,
       a.state = 'OPEN'
         and p.from_date <= (now() at time zone 'Asia/Shanghai')::date
         and (p.until_date is null or p.until_date > (now() at time zone 'Asia/Shanghai')::date)
         as open
  from access.post p join access.account a on a.id = p.account;
comment on view access.card_post is 'Posts, past ones too; open: may act today.';

create view access.card_duty_holder as
select distinct p.institution, d.duty, p.account, p.name
  from access.card_post p join access.role_duty d on d.role = p.role
 where p.open;
comment on view access.card_duty_holder is 'Who has a duty at an institution today.';

create view access.card_within as
with today as (
  select area, institution, scope, ancestor from access.reach_place
   where from_date <= (now() at time zone 'Asia/Shanghai')::date
     and (until_date is null or until_date > (now() at time zone 'Asia/Shanghai')::date)
), itself as (
  select institution from access.reach_place union select institution from access.post
)
select i.institution as viewer, s.scope, i.institution
  from itself i
 cross join (values ('OWN'), ('SUBTREE'), ('GRID'), ('CONSORTIUM'), ('AREA')) as s (scope)
union
select t.ancestor, t.scope, t.institution from today t where t.scope = 'SUBTREE'
union
select v.institution, v.scope, t.institution
  from today v join today t on t.scope = v.scope and t.ancestor = v.ancestor
 where v.scope in ('GRID', 'CONSORTIUM', 'AREA');
comment on view access.card_within is 'Which institution the viewer reaches with a scope today.';

create view access.card_relationship as
select resident, institution, kind, coalesce(until, 'infinity'::timestamptz) as until
  from access.relationship
 where ended_at is null;
comment on view access.card_relationship is
  'Relationships nobody ended. Live: until > :now, the moment the application''s clock says.';
