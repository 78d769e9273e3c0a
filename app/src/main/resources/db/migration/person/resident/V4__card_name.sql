create view resident.card_name as
select id as resident, name_key as key from resident.resident
union all
select resident, key from resident.spelling;
comment on view resident.card_name is
  'Every form in which a resident''s name may be typed, in one way of writing (PersonName.keyOf).';
