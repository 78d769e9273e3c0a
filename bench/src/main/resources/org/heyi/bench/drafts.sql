-- ${count} complete drafts of one doctor, each of another resident of the institution.
with new_draft as (
  select uuidv7() as id, t.resident
    from resident.tie t
   where t.institution = '${sender}' and t.until_date is null
   order by md5(t.resident::text || '${salt}') limit ${count}
), referral as (
  insert into referral.referral (id, resident, area, sender, author, author_name, state, receiver,
         department, urgency, expires_at, created_at, changed_at, version)
  select id, resident, '${area}', '${sender}', '${account}', '${name}', 'DRAFT', '${hospital}',
         '${department}', 'ROUTINE', '${now}'::timestamptz + interval '30 days', '${now}', '${now}', 2
    from new_draft
), summary as (
  insert into referral.summary (referral, complaint, allergies, no_allergies, medicines,
         no_medicines, diagnosis_system, diagnosis_code, diagnosis_name, diagnosis_en, reason,
         consent, contact_name, contact_relation, contact_phone)
  select id, '头晕两周', '', true, '', true, 'icd-10', 'I10', '特发性（原发性）高血压',
         'Essential (primary) hypertension', '请专科调整方案', true, '演示家属', '家属', '19000009999'
    from new_draft
), vital_sign as (
  insert into referral.vital_sign
  select id, code, value
    from new_draft, (values ('pulse', 82), ('systolic', 158), ('diastolic', 96)) v (code, value)
), step as (
  insert into referral.step (referral, version, action, state, account, name, institution, at, note)
  select id, v.version, v.action, 'DRAFT', '${account}', '${name}', '${sender}', '${now}', ''
    from new_draft, (values (1, 'START'), (2, 'EDIT')) v (version, action)
)
select id, resident from new_draft
