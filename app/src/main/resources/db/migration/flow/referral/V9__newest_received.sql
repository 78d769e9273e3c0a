-- The search box walks what a hospital received from the newest on.
create index referral_received on referral.referral (receiver, changed_at desc);
