-- Second factor (二次验证): codes that a phone computes from a secret it shares with Heyi. The secrets
-- lie here in clear, as the keys of tokens do (docs/adr/0016).
create table access.factor (
  account   uuid        not null,
  id        uuid        not null,
  secret    text        not null,
  active_at timestamptz not null,
  last_step bigint      not null,
  constraint factor_pk primary key (account),
  constraint factor_account_fk foreign key (account) references access.account (id),
  constraint factor_secret_whole check (secret ~ '^[A-Z2-7]{32}$')
);
comment on column access.factor.last_step is 'Of the last code accepted; only a later one is.';

-- A second factor that is being set up, in one session of its owner; another session that begins
-- takes its place. replaces: the one it is to replace, for which a code was given.
create table access.factor_setup (
  account  uuid        not null,
  session  uuid        not null,
  secret   text        not null,
  replaces uuid,
  begun_at timestamptz not null,
  constraint factor_setup_pk primary key (account),
  constraint factor_setup_session_fk foreign key (session) references access.session (id),
  constraint factor_setup_secret_whole check (secret ~ '^[A-Z2-7]{32}$')
);

-- For who has no phone at hand: each is good once. Only their hashes.
create table access.recovery_code (
  account uuid not null,
  hash    text not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account, hash),
  constraint recovery_code_factor_fk
    foreign key (account) references access.factor (account) on delete cascade
);

-- Begun with the right password, and waiting for the code. It may do nothing else.
alter table access.session add column code_due boolean not null default false;

alter table access.sign_in drop constraint sign_in_outcome_known;
alter table access.sign_in add constraint sign_in_outcome_known check (
  outcome in ('SIGNED_IN', 'SIGNED_OUT', 'WRONG', 'TOO_MANY', 'NOT_OPEN', 'NO_POST', 'EXPIRED',
    'CODE_ASKED', 'WRONG_CODE'));
