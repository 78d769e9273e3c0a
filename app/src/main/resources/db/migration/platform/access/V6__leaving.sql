-- A post that is over has handed over, once, what was open in the name of who held it. Null while it
-- has not: then the clock does it on the day.
alter table access.post add column handed_over_at timestamptz;
alter table access.post add constraint post_hands_over_when_it_ends
  check (handed_over_at is null or until_date is not null);
create index post_to_hand_over_ix on access.post (until_date)
  where until_date is not null and handed_over_at is null;

-- Whom an administrator named for a post whose end lies ahead; what nobody was named for goes back
-- to all who have the duty.
create table access.successor (
  post    uuid not null,
  duty    text not null,
  account uuid not null,
  constraint successor_pk primary key (post, duty),
  constraint successor_post_fk foreign key (post) references access.post (id),
  constraint successor_account_fk foreign key (account) references access.account (id)
);
