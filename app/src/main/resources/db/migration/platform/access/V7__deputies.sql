-- A key's life as a box, so that an exclusion constraint can forbid two at one time without any
-- extension: the key's hash across, the days up. The half day keeps "until" outside.
create function access.life(key text, since date, until date) returns box
  language sql immutable parallel safe
  return box(
    point(hashtextextended(key, 0)::float8, (since - date '1900-01-01')::float8),
    point(hashtextextended(key, 0)::float8, (until - date '1900-01-01')::float8 - 0.5));

-- 代理 (AB角): who stands in for whom at an institution, from a day up to and excluding another. The
-- deputy gets no right by it; what is assigned to the absent one is shown to them as if it were
-- theirs. One ended early does not count any more.
create table access.deputyship (
  id          uuid        not null,
  absent      uuid        not null,
  deputy      uuid        not null,
  institution text        not null,
  from_date   date        not null,
  until_date  date        not null,
  named_at    timestamptz not null,
  named_by    uuid        not null,
  ended_at    timestamptz,
  ended_by    uuid,
  constraint deputyship_pk primary key (id),
  constraint deputyship_absent_fk foreign key (absent) references access.account (id),
  constraint deputyship_deputy_fk foreign key (deputy) references access.account (id),
  constraint deputyship_not_of_oneself check (absent <> deputy),
  constraint deputyship_ends_after_it_begins check (until_date > from_date),
  constraint deputyship_ended_by_somebody check (ended_by is null or ended_at is not null),
  -- One deputy at a time.
  constraint deputyship_one_at_a_time exclude using gist (
    access.life(absent::text || ' ' || institution, from_date, until_date) with &&)
    where (ended_at is null)
);
create index deputyship_absent_ix on access.deputyship (absent) where ended_at is null;
create index deputyship_deputy_ix on access.deputyship (deputy) where ended_at is null;

create view access.card_deputy as
select d.id, d.absent, a.name as absent_name, d.deputy, b.name as deputy_name, d.institution,
       d.from_date, d.until_date
  from access.deputyship d
  join access.account a on a.id = d.absent
  join access.account b on b.id = d.deputy
 where d.ended_at is null;
comment on view access.card_deputy is
  'Deputyships nobody ended. In force: from_date <= :today < until_date, as the application''s clock says.';
