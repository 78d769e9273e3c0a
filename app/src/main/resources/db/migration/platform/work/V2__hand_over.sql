-- Work that went from one person to another, or back to the office, because somebody left. Who had it
-- and who has it now stand in the step; null where that is nobody.
alter table work.step add column from_name text;
alter table work.step add column to_name text;
alter table work.step drop constraint step_known;
alter table work.step add constraint step_known check (step in ('OPENED', 'PASSED', 'CLAIMED',
  'RELEASED', 'REDATED', 'REMINDED', 'ESCALATED', 'HANDED_OVER', 'CLOSED'));
alter table work.step add constraint step_hand_over_from_somebody check (
  (step = 'HANDED_OVER') = (from_name is not null) and (step = 'HANDED_OVER' or to_name is null));
