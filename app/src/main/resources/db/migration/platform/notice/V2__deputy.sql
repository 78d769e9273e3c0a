-- For whom the reader stands in; null for the notices that are the reader's own.
alter table notice.notice add column for_name text;
