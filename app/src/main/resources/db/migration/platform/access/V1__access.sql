create schema access;

-- Roles and their duties come from roles.yaml at each start; nobody edits them here.
-- An exclusive role is a lane of its own; all others share the lane 'ordinary'.
create table access.role (
  code      text    not null,
  exclusive boolean not null,
  lane      text    not null,
  constraint role_pk primary key (code),
  constraint role_lane_key unique (code, lane),
  constraint role_lane_follows_exclusive
    check (lane = case when exclusive then code else 'ordinary' end)
);

create table access.role_duty (
  role  text not null,
  duty  text not null,
  scope text not null,
  constraint role_duty_pk primary key (role, duty),
  constraint role_duty_role_fk foreign key (role) references access.role (code),
  constraint role_duty_scope_known
    check (scope in ('OWN', 'SUBTREE', 'GRID', 'CONSORTIUM', 'AREA'))
);

-- An account lives in one lane for ever: that of ordinary work, or that of one of the three
-- administrators. So no account can hold two of them, or one and anything else (三员分立).
create table access.account (
  id             uuid        not null,
  login          text        not null,
  name           text        not null,
  phone          text        not null,
  lane           text        not null,
  state          text        not null,
  password       text        not null,
  password_at    timestamptz not null,
  must_change    boolean     not null,
  one_time_until timestamptz,
  opened_at      timestamptz not null,
  version        integer     not null default 0,
  constraint account_pk primary key (id),
  constraint account_login_key unique (login),
  constraint account_lane_key unique (id, lane),
  constraint account_login_shape check (login ~ '^[a-z][a-z0-9._-]{2,39}$'),
  constraint account_name_length check (char_length(name) between 1 and 50),
  constraint account_state_known check (state in ('OPEN', 'LOCKED', 'CLOSED')),
  constraint account_password_hashed check (password like '{%}%'),
  constraint account_one_time_must_change check (one_time_until is null or must_change)
);

create table access.post (
  id          uuid    not null,
  account     uuid    not null,
  lane        text    not null,
  role        text    not null,
  institution text    not null,
  area        text    not null,
  department  text,
  from_date   date    not null,
  until_date  date,
  constraint post_pk primary key (id),
  constraint post_account_key unique (id, account),
  constraint post_account_lane_fk foreign key (account, lane) references access.account (id, lane),
  constraint post_role_lane_fk foreign key (role, lane) references access.role (code, lane),
  constraint post_ends_after_it_begins check (until_date >= from_date)
);
create unique index post_open_once
  on access.post (account, role, institution, coalesce(department, '')) where until_date is null;
create index post_institution_ix on access.post (institution, role);

-- One row per sign-in. The cookie's session carries only its id, so that ending the row ends it.
create table access.session (
  id         uuid        not null,
  account    uuid        not null,
  post       uuid,
  address    text        not null,
  device     text        not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  ended_at   timestamptz,
  ending     text,
  constraint session_pk primary key (id),
  constraint session_account_fk foreign key (account) references access.account (id),
  constraint session_post_of_account_fk
    foreign key (post, account) references access.post (id, account),
  constraint session_ending_known
    check (ending in ('SIGNED_OUT', 'IDLE', 'TOO_OLD', 'ENDED', 'ACCOUNT_CHANGED')),
  constraint session_end_has_a_reason check ((ended_at is null) = (ending is null))
);
create index session_live_ix on access.session (account) where ended_at is null;
create index session_started_ix on access.session (started_at);

-- Failed sign-ins. Keys are hashes: people type passwords where the login name belongs.
create table access.attempt (
  kind    text        not null,
  key     text        not null,
  failed  integer     not null,
  last_at timestamptz not null,
  constraint attempt_pk primary key (kind, key),
  constraint attempt_kind_known check (kind in ('LOGIN', 'ADDRESS')),
  constraint attempt_failed_counts check (failed >= 0)
);
create index attempt_last_ix on access.attempt (last_at);

create table access.sign_in (
  id      uuid        not null,
  at      timestamptz not null,
  account uuid,
  address text        not null,
  outcome text        not null,
  constraint sign_in_pk primary key (id),
  constraint sign_in_account_fk foreign key (account) references access.account (id),
  constraint sign_in_outcome_known check (
    outcome in ('SIGNED_IN', 'SIGNED_OUT', 'WRONG', 'TOO_MANY', 'NOT_OPEN', 'NO_POST', 'EXPIRED'))
);
create index sign_in_at_ix on access.sign_in (at);
create index sign_in_account_ix on access.sign_in (account, at);

-- Links that make the first system administrator; only their hashes.
create table access.setup_link (
  token_hash text        not null,
  expires_at timestamptz not null,
  constraint setup_link_pk primary key (token_hash)
);

-- Which institution lies within what, with dates. Written by directory and community.
-- ancestor is an institution for SUBTREE, else the id of the grid, consortium or area.
create table access.reach_place (
  area        text not null,
  institution text not null,
  scope       text not null,
  ancestor    text not null,
  from_date   date not null,
  until_date  date,
  constraint reach_place_pk primary key (scope, institution, ancestor, from_date),
  constraint reach_place_scope_known check (scope in ('SUBTREE', 'GRID', 'CONSORTIUM', 'AREA')),
  constraint reach_place_not_under_itself check (scope <> 'SUBTREE' or ancestor <> institution),
  constraint reach_place_ends_after_it_begins check (until_date > from_date)
);
create index reach_place_ancestor_ix on access.reach_place (scope, ancestor, institution);
create index reach_place_area_ix on access.reach_place (area, scope);

-- Why an institution may see a resident's data.
create table access.relationship (
  kind        text        not null,
  resident    uuid        not null,
  institution text        not null,
  source_kind text        not null,
  source_id   text        not null,
  begun_at    timestamptz not null,
  begun_by    uuid        not null,
  until       timestamptz,
  ended_at    timestamptz,
  constraint relationship_pk
    primary key (resident, institution, kind, source_kind, source_id),
  constraint relationship_kind_known check (
    kind in ('REGISTERED', 'CATCHMENT', 'CONTRACT', 'REFERRAL', 'VISIT', 'EMERGENCY'))
);
create index relationship_institution_ix
  on access.relationship (institution, resident) where ended_at is null;

create table access.emergency (
  id          uuid        not null,
  resident    uuid        not null,
  account     uuid        not null,
  post        uuid        not null,
  institution text        not null,
  reason      text        not null,
  at          timestamptz not null,
  until       timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  verdict     text,
  note        text        not null default '',
  constraint emergency_pk primary key (id),
  constraint emergency_account_fk foreign key (account) references access.account (id),
  constraint emergency_post_fk foreign key (post) references access.post (id),
  constraint emergency_reviewer_fk foreign key (reviewed_by) references access.account (id),
  constraint emergency_reason_given check (char_length(reason) between 1 and 500),
  constraint emergency_is_limited check (until > at),
  constraint emergency_verdict_known check (verdict in ('JUSTIFIED', 'UNJUSTIFIED')),
  constraint emergency_reviewed_whole check (
    (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (verdict is null)),
  constraint emergency_not_reviewed_by_oneself check (reviewed_by <> account)
);
create index emergency_at_ix on access.emergency (at);
create index emergency_institution_ix on access.emergency (institution, at);
