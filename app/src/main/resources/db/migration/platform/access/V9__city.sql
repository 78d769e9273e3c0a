-- GOV-32: a reach above the area. All institutions of a city's areas lie within the city; of them only
-- its authorities reach the others by it.
alter table access.role_duty drop constraint role_duty_scope_known;
alter table access.role_duty add constraint role_duty_scope_known
  check (scope in ('OWN', 'SUBTREE', 'GRID', 'CONSORTIUM', 'AREA', 'CITY'));

alter table access.reach_place drop constraint reach_place_scope_known;
alter table access.reach_place add constraint reach_place_scope_known
  check (scope in ('SUBTREE', 'GRID', 'CONSORTIUM', 'AREA', 'CITY'));
alter table access.reach_place add column authority boolean not null default false;
alter table access.reach_place add constraint reach_place_authority_of_a_city
  check (not authority or scope = 'CITY');

create or replace view access.card_within as
with today as (
  select area, institution, scope, ancestor, authority from access.reach_place
   where from_date <= (now() at time zone 'Asia/Shanghai')::date
     and (until_date is null or until_date > (now() at time zone 'Asia/Shanghai')::date)
), itself as (
  select institution from access.reach_place union select institution from access.post
)
select i.institution as viewer, s.scope, i.institution
  from itself i
 cross join (values ('OWN'), ('SUBTREE'), ('GRID'), ('CONSORTIUM'), ('AREA'), ('CITY')) as s (scope)
union
select t.ancestor, t.scope, t.institution from today t where t.scope = 'SUBTREE'
union
select v.institution, v.scope, t.institution
  from today v join today t on t.scope = v.scope and t.ancestor = v.ancestor
 where v.scope in ('GRID', 'CONSORTIUM', 'AREA') or (v.scope = 'CITY' and v.authority);
