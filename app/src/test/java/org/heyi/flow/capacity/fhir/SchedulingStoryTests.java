package org.heyi.flow.capacity.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.fhir.TestScheduling.CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.HOSPITAL;
import static org.heyi.flow.capacity.fhir.TestScheduling.booking;
import static org.heyi.flow.capacity.fhir.TestScheduling.first;
import static org.heyi.flow.capacity.fhir.TestScheduling.ifMatch;
import static org.heyi.flow.capacity.fhir.TestScheduling.naming;
import static org.heyi.flow.capacity.fhir.TestScheduling.numbered;
import static org.heyi.flow.capacity.fhir.TestScheduling.visit;
import static org.heyi.flow.capacity.fhir.TestScheduling.withStatus;

import java.time.Duration;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A clinic's system finds, holds and books at the hospital, whose own system follows.
@HeyiTest
class SchedulingStoryTests {

  @LocalServerPort int port;
  @Autowired TestScheduling scheduling;
  @Autowired TestHospital hospital;
  @Autowired MovableClock clock;

  @Test
  @Satisfies("APT-01")
  void aTimeIsFoundHeldBookedAndKept() {
    var day = TestHospital.freshDay(HOSPITAL);
    scheduling.clinic(day, 2, 1, 0);
    var clinic = scheduling.clinicSystem(port, CENTRE);
    var resident = scheduling.residentOf(CENTRE);

    var found =
        clinic
            .get(
                "Appointment/$find?start=%s&end=%s&organization=Organization/%s&service-type=%s"
                    .formatted(day, day.plusDays(1), HOSPITAL, TestHospital.DEPARTMENT))
            .as(Bundle.class);
    assertThat(found.getEntry()).hasSize(2);
    var proposed = (Appointment) found.getEntry().getLast().getResource();
    assertThat(proposed.getStatus()).isEqualTo(AppointmentStatus.PROPOSED);

    var name = "Appointment/" + proposed.getIdElement().getIdPart();
    var held = clinic.post("Appointment/$hold", naming("appointment-reference", name));
    assertThat(first(held).getStatus()).isEqualTo(AppointmentStatus.PENDING);
    var until = (InstantType) first(held).getExtensionByUrl(Codes.HELD_UNTIL).getValue();
    assertThat(until.getValue().toInstant())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(held.as(Bundle.class).getEntry().getLast().getResource().fhirType())
        .isEqualTo("OperationOutcome");

    var in = naming("appointment-reference", name);
    in.addParameter().setName("patient-reference").setValue(new Reference("Patient/" + resident));
    var booked = first(clinic.post("Appointment/$book", in));
    assertThat(booked.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(booked.getSlotFirstRep().getReference())
        .isEqualTo(proposed.getSlotFirstRep().getReference());

    var id = booked.getIdElement().getIdPart();
    hospital.at(day, 0, "08:20");
    var his = scheduling.his(port);
    var came = withStatus(id, AppointmentStatus.ARRIVED);
    var arrived = his.put("Appointment/" + id, came, ifMatch("1"));
    assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
    assertThat(arrived.as(Appointment.class).getStatus()).isEqualTo(AppointmentStatus.ARRIVED);
    assertThat(arrived.as(Appointment.class).getMeta().getVersionId()).isEqualTo("2");
  }

  @Test
  void bookingTheSameNumberTwiceIsOneAppointment() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 2, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var visit =
        numbered(visit(scheduling.slot(clinic, 1), scheduling.residentOf(CENTRE)), "A-" + clinic);

    var once = first(system.post("Appointment/$book", booking(visit)));
    var twice = first(system.post("Appointment/$book", booking(visit)));

    assertThat(twice.getIdElement().getIdPart()).isEqualTo(once.getIdElement().getIdPart());
    assertThat(once.getIdentifierFirstRep().getValue()).isEqualTo("A-" + clinic);
    assertThat(scheduling.sold(clinic).live()).isEqualTo(1);
    var byNumber =
        system.get("Appointment?identifier=" + TestScheduling.NUMBERS + "%7CA-" + clinic);
    assertThat(byNumber.as(Bundle.class).getTotal()).isEqualTo(1);
    assertThat(system.post("Appointment", visit).status()).isEqualTo(200);
  }

  @Test
  void bookingAStandingAppointmentElsewhereMovesIt() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 2, 1, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var booked = scheduling.booked(system, clinic, 1, CENTRE);
    var change = withStatus(booked.getIdElement().getIdPart(), AppointmentStatus.BOOKED);
    change.addSlot(new Reference("Slot/" + scheduling.slot(clinic, 2)));

    var moved = first(system.post("Appointment/$book", booking(change)));

    assertThat(moved.getIdElement().getIdPart()).isEqualTo(booked.getIdElement().getIdPart());
    assertThat(moved.getMeta().getVersionId()).isEqualTo("2");
    assertThat(hospital.state(scheduling.slot(clinic, 1))).isEqualTo("free");
    assertThat(hospital.state(scheduling.slot(clinic, 2))).isEqualTo("booked");
  }

  @Test
  void aBookingIsCancelledOnceByBookOrByUpdate() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var byBook = scheduling.booked(system, clinic, 1, CENTRE).getIdElement().getIdPart();
    var byUpdate = scheduling.booked(system, clinic, 2, CENTRE).getIdElement().getIdPart();

    var gone = system.post("Appointment/$book", booking(cancelled(byBook, "改日再来")));
    assertThat(first(gone).getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(first(gone).getCancelationReason().getText()).isEqualTo("改日再来");

    var path = "Appointment/" + byUpdate;
    assertThat(system.put(path, cancelled(byUpdate, ""), ifMatch("1")).code())
        .isEqualTo("capacity.reason-needed");
    assertThat(system.put(path, cancelled(byUpdate, "改日"), ifMatch("1")).status()).isEqualTo(200);
    var again = system.put(path, cancelled(byUpdate, "改日"), ifMatch("2"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(Appointment.class).getMeta().getVersionId()).isEqualTo("2");
    assertThat(scheduling.sold(clinic).live()).isZero();
  }

  @Test
  void whoHasSeenAnOlderVersionIsToldSo() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var id = scheduling.booked(system, clinic, 1, CENTRE).getIdElement().getIdPart();
    system.put("Appointment/" + id, cancelled(id, "改日"), ifMatch("1"));

    var stale = system.put("Appointment/" + id, cancelled(id, "改日"), ifMatch("1"));
    var unsaid = system.put("Appointment/" + id, cancelled(id, "改日"));
    var late = withStatus(id, AppointmentStatus.BOOKED);
    late.addSlot(new Reference("Slot/" + scheduling.slot(clinic, 1)));
    late.getMeta().setVersionId("1");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("fhir.changed");
    assertThat(unsaid.status()).isEqualTo(428);
    assertThat(system.post("Appointment/$book", booking(late)).code())
        .isEqualTo("capacity.changed-meanwhile");
  }

  @Test
  void aPatientIsKnownByAFullNumberAsAtADesk() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var number = TestResidents.number();
    var elsewhere = TestStaff.with("family-doctor", "ninghe-lutai");
    var known = TestResidents.register(TestResidents.named("王秀英", number, elsewhere), elsewhere);
    var patient = new Patient();
    patient.addIdentifier().setValue(number);
    var in = naming("appointment-reference", "Appointment/slot-" + scheduling.slot(clinic, 1));
    in.addParameter().setName("patient-resource").setResource(patient);

    var booked = first(scheduling.clinicSystem(port, CENTRE).post("Appointment/$book", in));

    assertThat(booked.getParticipantFirstRep().getActor().getReference())
        .isEqualTo("Patient/" + known);
  }

  @Test
  void whatIsOfferedStandsInTheCapabilityStatement() {
    var offered =
        FhirClient.stranger(port).get("metadata").as(CapabilityStatement.class).getRestFirstRep();

    assertThat(offered.getResource())
        .extracting(it -> it.getType())
        .contains("Appointment", "Schedule", "Slot");
    assertThat(offered.getResource())
        .filteredOn(it -> it.getType().equals("Appointment"))
        .flatExtracting(it -> it.getOperation())
        .extracting(it -> it.getName())
        .containsExactlyInAnyOrder("find", "hold", "book");
  }

  private static Appointment cancelled(String id, String why) {
    var change = withStatus(id, AppointmentStatus.CANCELLED);
    return why.isEmpty() ? change : change.setCancelationReason(new CodeableConcept().setText(why));
  }
}
