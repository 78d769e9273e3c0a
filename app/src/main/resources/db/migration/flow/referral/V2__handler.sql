-- Who goes on with a referral for its sender: its author, until they leave. Then somebody who takes it
-- on, or null: everybody there with the duty. The author stays who wrote it.
alter table referral.referral add column handler uuid;
update referral.referral set handler = author;
create index referral_handler on referral.referral (handler)
  where state not in ('CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED');
