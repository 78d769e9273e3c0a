-- How a name is typed: full spelling and initials, lower case. Made in Java; AccountSpellings fills
-- in what was opened before.
alter table access.account add column pinyin text not null default '';
