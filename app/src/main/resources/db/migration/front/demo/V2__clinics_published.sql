-- Up to which day the lead hospital has published its clinics.
alter table demo.replay add column published_until date;
