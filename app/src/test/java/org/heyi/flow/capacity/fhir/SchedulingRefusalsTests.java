package org.heyi.flow.capacity.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.fhir.TestScheduling.CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.HOSPITAL;
import static org.heyi.flow.capacity.fhir.TestScheduling.OTHER_CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.booking;
import static org.heyi.flow.capacity.fhir.TestScheduling.first;
import static org.heyi.flow.capacity.fhir.TestScheduling.ifMatch;
import static org.heyi.flow.capacity.fhir.TestScheduling.naming;
import static org.heyi.flow.capacity.fhir.TestScheduling.numbered;
import static org.heyi.flow.capacity.fhir.TestScheduling.visit;
import static org.heyi.flow.capacity.fhir.TestScheduling.withStatus;

import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.flow.capacity.ClinicChange;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the pages refuse is refused to other systems too, in the same words; and strangers learn
/// nothing.
@HeyiTest
class SchedulingRefusalsTests {

  @LocalServerPort int port;
  @Autowired TestScheduling scheduling;
  @Autowired TestHospital hospital;
  @Autowired Clinics clinics;

  @Test
  @Satisfies("APT-06")
  void aReservedSlotIsOnlyForThoseEntitled() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 1);
    var system = scheduling.clinicSystem(port, CENTRE);

    refused(system, scheduling.slot(clinic, 1), 403, "capacity.not-entitled");
    assertThat(
            system
                .post(
                    "Appointment/$hold",
                    naming("appointment-reference", proposal(scheduling.slot(clinic, 1))))
                .code())
        .isEqualTo("capacity.not-entitled");
  }

  @Test
  @Satisfies("APT-03")
  void aSlotThatIsNotYetOpenIsRefused() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = hospital.published(HOSPITAL, day, "ordinary", 1, 1, 0);
    hospital.at(day, 8, "10:00");

    refused(
        scheduling.clinicSystem(port, CENTRE),
        scheduling.slot(clinic, 1),
        422,
        "capacity.not-yet-open");
  }

  @Test
  void whatHasBegunWasTakenOrWasStoppedIsRefused() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 1, 1, 0);
    var slot = scheduling.slot(clinic, 1);
    var system = scheduling.clinicSystem(port, CENTRE);
    scheduling.booked(system, clinic, 1, CENTRE);
    refused(system, slot, 409, "capacity.slot-taken");

    var stopped = scheduling.clinic(day, 1, 1, 0);
    clinics.stop(new ClinicChange.Stop(stopped, 1, "停诊", "测试"), TestHospital.clerkOf(HOSPITAL));
    refused(system, scheduling.slot(stopped, 1), 409, "capacity.clinic-stopped");

    hospital.at(day, 0, "08:30");
    refused(scheduling.clinicSystem(port, CENTRE), slot, 422, "capacity.too-late");
  }

  @Test
  void nobodyBooksForAResidentTheyDoNotKnow() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var visit = visit(scheduling.slot(clinic, 1), scheduling.residentOf(OTHER_CENTRE));

    var answer = scheduling.clinicSystem(port, CENTRE).post("Appointment/$book", booking(visit));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("capacity.not-found");
  }

  @Test
  void aSecondAppointmentInAClinicAndANumberOfAnotherAreRefused() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 2, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var resident = scheduling.residentOf(CENTRE);
    var number = "B-" + clinic;
    system.post(
        "Appointment/$book",
        booking(numbered(visit(scheduling.slot(clinic, 1), resident), number)));

    var second = visit(scheduling.slot(clinic, 3), resident);
    var another =
        numbered(visit(scheduling.slot(clinic, 3), scheduling.residentOf(CENTRE)), number);

    assertThat(system.post("Appointment/$book", booking(second)).code())
        .isEqualTo("capacity.already-in-clinic");
    assertThat(system.post("Appointment/$book", booking(another)).code())
        .isEqualTo("capacity.booked-for-another");
    assertThat(scheduling.sold(clinic).live()).isEqualTo(1);
  }

  @Test
  void stepsAreRefusedAsAtTheDesk() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 1, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var id = scheduling.booked(system, clinic, 1, CENTRE).getIdElement().getIdPart();
    var path = "Appointment/" + id;
    var arrived = withStatus(id, AppointmentStatus.ARRIVED);
    var missed = withStatus(id, AppointmentStatus.NOSHOW);

    assertThat(scheduling.his(port).put(path, arrived, ifMatch("1")).code())
        .isEqualTo("capacity.not-today");
    hospital.at(day, 0, "08:10");
    var his = scheduling.his(port);
    assertThat(scheduling.clinicSystem(port, CENTRE).put(path, arrived, ifMatch("1")).code())
        .isEqualTo("capacity.not-your-duty");
    assertThat(his.put(path, missed, ifMatch("1")).code())
        .isEqualTo("capacity.too-early-for-no-show");
    hospital.at(day, 0, "09:30");
    var later = scheduling.his(port);
    assertThat(later.put(path, missed, ifMatch("1")).status()).isEqualTo(200);
    assertThat(later.put(path, cancelled(id), ifMatch("2")).code())
        .isEqualTo("capacity.step-not-possible");
    assertThat(later.put(path, arrived, ifMatch("2")).status()).isEqualTo(200);
  }

  @Test
  void aMoveStaysInItsDepartment() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 1, 1, 0);
    var elsewhere = hospital.published("ninghe-zhongyiyuan", day, "ordinary", 1, 1, 0);
    hospital.at(day, 6, "10:00");
    var system = scheduling.clinicSystem(port, CENTRE);
    var id = scheduling.booked(system, clinic, 1, CENTRE).getIdElement().getIdPart();
    var change = withStatus(id, AppointmentStatus.BOOKED);
    change.addSlot(new Reference("Slot/" + scheduling.slot(elsewhere, 1)));

    assertThat(system.put("Appointment/" + id, change, ifMatch("1")).code())
        .isEqualTo("capacity.other-department");
  }

  /// The constraint speaks, after which nothing can be read in the same transaction.
  @Test
  void aMoveToAClinicWhereTheResidentIsExpectedIsRefused() {
    var day = TestHospital.freshDay(HOSPITAL);
    var here = scheduling.clinic(day, 1, 1, 0);
    var there = scheduling.clinic(day, 1, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var resident = scheduling.residentOf(CENTRE);
    var id =
        first(system.post("Appointment/$book", booking(visit(scheduling.slot(here, 1), resident))))
            .getIdElement()
            .getIdPart();
    system.post("Appointment/$book", booking(visit(scheduling.slot(there, 1), resident)));
    var change = withStatus(id, AppointmentStatus.BOOKED);
    change.addSlot(new Reference("Slot/" + scheduling.slot(there, 2)));

    var answer = system.put("Appointment/" + id, change, ifMatch("1"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("capacity.already-in-clinic");
  }

  @Test
  void whatIsBookedIsWhatWasMeant() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var visit = visit(scheduling.slot(clinic, 1), scheduling.residentOf(CENTRE));
    visit.getStartElement().setValueAsString("1970-01-01T00:00:00Z");

    assertThat(system.post("Appointment/$book", booking(visit)).code()).isEqualTo("fhir.bad-value");
    assertThat(scheduling.sold(clinic).live()).isZero();
  }

  @Test
  void aReferralThatIsNotThereGivesNoRight() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 1);
    var visit = visit(scheduling.slot(clinic, 1), scheduling.residentOf(CENTRE));
    visit.addBasedOn(new Reference("ServiceRequest/" + UUID.randomUUID()));
    var system = scheduling.clinicSystem(port, CENTRE);

    for (var operation : new String[] {"$book", "$hold"}) {
      var answer = system.post("Appointment/" + operation, booking(visit));
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var slot = scheduling.slot(clinic, 1);
    var nobody = new Appointment().setStatus(AppointmentStatus.PENDING);
    nobody.addSlot(new Reference("Slot/" + slot));

    assertThat(system.post("Appointment/$book", booking(nobody)).code())
        .isEqualTo("fhir.value-needed");
    assertThat(system.post("Appointment/$book", new Parameters()).code())
        .isEqualTo("fhir.value-needed");
    assertThat(system.post("Appointment/$book", naming("colour", "Slot/1")).code())
        .isEqualTo("fhir.unknown-parameter");
    assertThat(system.get("Appointment/$find?start=2026-12-01&end=2026-12-02").code())
        .isEqualTo("fhir.value-needed");
    assertThat(system.get("Slot?status=free").code()).isEqualTo("fhir.parameter-needed");
    assertThat(system.get("Appointment/none").status()).isEqualTo(404);
  }

  @Test
  void strangersLearnNothing() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 1, 0);
    var mine = scheduling.clinicSystem(port, CENTRE);
    var booked = scheduling.booked(mine, clinic, 1, CENTRE);
    var id = booked.getIdElement().getIdPart();
    var patient = booked.getParticipantFirstRep().getActor().getReference();
    var stranger = scheduling.clinicSystem(port, OTHER_CENTRE);

    assertThat(stranger.get("Appointment/" + id).status()).isEqualTo(404);
    assertThat(stranger.put("Appointment/" + id, cancelled(id), ifMatch("1")).status())
        .isEqualTo(404);
    assertThat(stranger.post("Appointment/$book", booking(cancelled(id))).status()).isEqualTo(404);
    for (var search :
        new String[] {
          "Appointment?patient=" + patient,
          "Appointment?patient=" + patient + "&_summary=count",
          "Appointment?patient=" + patient + "&_include=Appointment:patient",
          "Appointment?_id=" + id
        }) {
      assertThat(mine.get(search).as(Bundle.class).getTotal()).as(search).isEqualTo(1);
      assertThat(stranger.get(search).as(Bundle.class).getTotal()).as(search).isZero();
      assertThat(stranger.get(search).as(Bundle.class).getEntry()).as(search).isEmpty();
    }
    var slot = stranger.get("Slot/" + scheduling.slot(clinic, 1));
    assertThat(slot.as(Slot.class).getStatus()).isEqualTo(Slot.SlotStatus.BUSYUNAVAILABLE);
    assertThat(slot.body()).doesNotContain(patient.substring("Patient/".length()));
    assertThat(hospital.status(org.heyi.flow.capacity.AppointmentId.of(id))).isEqualTo("booked");
  }

  private void refused(FhirClient system, SlotId slot, int status, String code) {
    var visit = visit(slot, scheduling.residentOf(CENTRE));
    var answer = system.post("Appointment/$book", booking(visit));

    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static String proposal(SlotId slot) {
    return "Appointment/slot-" + slot;
  }

  private static Appointment cancelled(String id) {
    return withStatus(id, AppointmentStatus.CANCELLED)
        .setCancelationReason(new CodeableConcept().setText("改日"));
  }
}
