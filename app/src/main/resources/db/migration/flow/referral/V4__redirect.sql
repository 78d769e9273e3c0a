-- 改转: hospitals that had a referral before they sent it on. They keep sight of what they did.
alter table referral.referral add column earlier text[] not null default '{}';
alter table referral.referral
  add constraint referral_earlier_is_elsewhere check (not sender = any (earlier));
create index referral_earlier on referral.referral using gin (earlier) where earlier <> '{}';

-- From where to where a step sent it on.
alter table referral.step
  add column from_hospital text,
  add column from_department text,
  add column to_hospital text,
  add column to_department text;
alter table referral.step
  add constraint step_passage_of_redirect check (
    num_nonnulls(from_hospital, from_department, to_hospital, to_department)
      = case when action = 'REDIRECT' then 4 else 0 end);
