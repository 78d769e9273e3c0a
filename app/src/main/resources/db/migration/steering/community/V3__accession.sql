-- AGR-05: how a member joined, and where that stands. Empty: nothing is recorded; the packs say it
-- for the members they name.
alter table community.member
  add column accession        text[] not null default '{}',
  add column accession_clause text   not null default '',
  add constraint member_accession_known check (accession <@ array[
    'two_way_choice', 'relative_designation', 'consensus', 'voluntary', 'approval', 'designated']);
