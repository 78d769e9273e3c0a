-- Systems of institutions (HIS and the like) have accounts in a lane of their own: no account can be
-- a person's and a system's. Their roles are marked in roles.yaml.
alter table access.role add column system boolean not null default false;
alter table access.role drop constraint role_lane_follows_exclusive;
alter table access.role add constraint role_lane_follows_kind check (
  lane = case when exclusive then code when system then 'system' else 'ordinary' end);
alter table access.role add constraint role_of_one_kind check (not (exclusive and system));

-- A system acts in its one post; it cannot be asked to choose.
create unique index post_system_once
  on access.post (account) where lane = 'system' and until_date is null;

-- A system's secret is made for it, and never has to be changed by itself.
alter table access.account add constraint account_system_changes_nothing
  check (lane <> 'system' or not must_change);

-- What signs tokens. The newest signs; the one before it is kept while its tokens live.
create table access.signing_key (
  id      uuid        not null,
  jwk     text        not null,
  made_at timestamptz not null,
  constraint signing_key_pk primary key (id)
);

-- A system never reads a notice, gives an opinion or answers for work.
create or replace view access.card_duty_holder as
select distinct p.institution, d.duty, p.account, p.name
  from access.card_post p
  join access.role_duty d on d.role = p.role
  join access.role r on r.code = p.role and not r.system
 where p.open;
comment on view access.card_duty_holder is 'Which person has a duty at an institution today.';
