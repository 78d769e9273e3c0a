-- 首诊机构 of the resident when the referral was sent (非急诊就医首诊负责, 宁河 §十五); null for emergencies, for
-- residents without one and for referrals of before. `beside`: somebody else sent it.
alter table referral.referral
  add column first_contact        text,
  add column beside_first_contact boolean not null default false;
alter table referral.referral
  add constraint referral_first_contact_fk
    foreign key (first_contact) references directory.institution (id),
  add constraint referral_beside_whom check (not beside_first_contact or first_contact is not null);
