-- Each change of an appointment is guarded by the version it was decided on; other systems name the
-- one they have seen.
alter table capacity.appointment add column version int not null default 1;

create index appointment_of_resident on capacity.appointment (resident);
create index appointment_of_booker on capacity.appointment (booked_by_institution);
