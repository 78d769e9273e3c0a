-- The deputy did it, for whoever had the item.
alter table work.step add column acting_for text;
