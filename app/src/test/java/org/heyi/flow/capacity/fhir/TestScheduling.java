package org.heyi.flow.capacity.fhir;

import java.time.LocalDate;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.ClinicId;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.shared.ResidentId;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Systems that book, and what they send. A token is good for ten minutes, so a client is opened
/// after the clock was moved.
@Component
class TestScheduling {

  static final String HOSPITAL = "ninghe-yiyuan";
  static final String CENTRE = "ninghe-yuelong";
  static final String OTHER_CENTRE = "ninghe-fengtai";
  static final String NUMBERS = "urn:oid:1.2.156.1.1";

  private final TestHospital hospital;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  TestScheduling(TestHospital hospital, Accounts accounts, JdbcClient jdbc) {
    this.hospital = hospital;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  FhirClient his(int port) {
    return FhirClient.open(port, accounts, HOSPITAL, "hospital-system", "system/*.cruds");
  }

  FhirClient clinicSystem(int port, String institution) {
    return FhirClient.open(port, accounts, institution, "clinic-system", "system/*.cruds");
  }

  /// A published clinic; the clock stands six days before it.
  ClinicId clinic(LocalDate day, int segments, int places, int reserved) {
    var clinic = hospital.published(HOSPITAL, day, "ordinary", segments, places, reserved);
    hospital.at(day, 6, "10:00");
    return clinic;
  }

  ResidentId residentOf(String institution) {
    return hospital.residentOf(TestStaff.with("family-doctor", institution));
  }

  /// One of the clinic's slots, by number.
  SlotId slot(ClinicId clinic, int number) {
    return jdbc.sql("select id from capacity.slot where clinic = :c and number = :n")
        .param("c", clinic.value())
        .param("n", number)
        .query((row, _) -> SlotId.of(row.getString(1)))
        .single();
  }

  static Appointment visit(SlotId slot, ResidentId resident) {
    var visit = new Appointment().setStatus(AppointmentStatus.PENDING);
    visit.addSlot(new Reference("Slot/" + slot));
    visit
        .addParticipant()
        .setActor(new Reference("Patient/" + resident))
        .setStatus(ParticipationStatus.ACCEPTED);
    return visit;
  }

  static Appointment numbered(Appointment visit, String number) {
    visit.addIdentifier().setSystem(NUMBERS).setValue(number);
    return visit;
  }

  static Appointment withStatus(String id, AppointmentStatus status) {
    var changed = new Appointment().setStatus(status);
    changed.setId(id);
    return changed;
  }

  static Parameters with(String name, Resource resource) {
    var in = new Parameters();
    in.addParameter().setName(name).setResource(resource);
    return in;
  }

  static Parameters booking(Appointment visit) {
    return with("appt-resource", visit);
  }

  static Parameters naming(String name, String reference) {
    var in = new Parameters();
    in.addParameter().setName(name).setValue(new Reference(reference));
    return in;
  }

  static Appointment first(FhirClient.Answer answer) {
    return (Appointment) answer.as(Bundle.class).getEntryFirstRep().getResource();
  }

  /// Books a slot of the clinic that is there, for somebody new.
  Appointment booked(FhirClient system, ClinicId clinic, int number, String institution) {
    var visit = visit(slot(clinic, number), residentOf(institution));
    var answer = system.post("Appointment/$book", booking(visit));
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return first(answer);
  }

  static String[] ifMatch(String version) {
    return new String[] {"If-Match", "W/\"" + version + "\""};
  }

  /// Live appointments of a clinic, and slots of it that were sold twice.
  record Sold(int live, int oversold) {}

  Sold sold(ClinicId clinic) {
    return new Sold(
        count(
            "select count(*) from capacity.appointment where clinic = :c and status = 'booked'",
            clinic),
        count(
            """
            select count(*) from (select slot from capacity.appointment
                                   where clinic = :c and status in ('booked', 'arrived', 'no_show')
                                   group by slot having count(*) > 1) twice
            """,
            clinic));
  }

  private int count(String sql, ClinicId clinic) {
    return jdbc.sql(sql).param("c", clinic.value()).query(Integer.class).single();
  }
}
