-- GOV-07, GOV-08: a warning of the structure checks that somebody lets be, with a reason. It belongs
-- to the finding as it was: rule, target, expected, found.
create table community.exemption (
  id                uuid        not null,
  area              text        not null,
  rule              text        not null,
  target            text        not null,
  expected          text        not null,
  found             text        not null,
  reason            text        not null,
  since             date        not null,
  until             date,
  at                timestamptz not null,
  account           uuid        not null,
  post              uuid        not null,
  withdrawn_at      timestamptz,
  withdrawn_account uuid,
  withdrawn_post    uuid,
  constraint exemption_pk primary key (id),
  constraint exemption_area_fk foreign key (area) references policy.area (id),
  constraint exemption_rule_known check (rule in (
    'SECONDARY_GENERAL_PER_GROUP', 'TERTIARY_GENERAL_PER_GRID', 'GROUPS_PER_GRID',
    'GROUPS_PER_COUNTY_MIN', 'GROUPS_PER_COUNTY_MAX', 'LEAD_LEVEL', 'LEAD_OWNERSHIP')),
  constraint exemption_reason_given check (btrim(reason) <> ''),
  constraint exemption_ends_after_it_begins check (until > since),
  constraint exemption_withdrawn_whole
    check ((withdrawn_at is null) = (withdrawn_account is null)
           and (withdrawn_at is null) = (withdrawn_post is null)),
  -- at most one live exemption for a finding
  constraint exemption_one_at_a_time
    exclude using gist (
      community.life(rule || ' ' || target || ' ' || expected || ' ' || found, since, until) with &&)
    where (withdrawn_at is null)
);

create index exemption_target on community.exemption (area, rule, target);
