-- Whose deputy did the step; empty where nobody stood in.
alter table referral.step add column acting_for text not null default '';
