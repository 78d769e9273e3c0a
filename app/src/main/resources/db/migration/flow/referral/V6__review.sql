-- 审核 of reasonableness and conformity (合理性、规范性): null for a step that reviews nothing, and for
-- reviews of before. The codes are of review-reasons.psv.
alter table referral.step
  add column reasonable boolean,
  add column conforming boolean;
alter table referral.step
  add constraint step_review_whole check ((reasonable is null) = (conforming is null)),
  add constraint step_review_of_office check (
    reasonable is null or action in ('ACCEPT', 'RETURN', 'REFUSE', 'REDIRECT'));
create index step_reviewed on referral.step (institution, at) where reasonable is not null;

create table referral.step_reason (
  referral uuid not null,
  version  int  not null,
  code     text not null,
  constraint step_reason_pk primary key (referral, version, code),
  constraint step_reason_of foreign key (referral, version)
    references referral.step (referral, version)
);
