package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The appointment of a referral in the hands of other systems: its steps are steps of the
/// referral, as on the pages.
@HeyiTest
class ReferredVisitFhirTests {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired TestReferrals fixture;

  private FhirClient his() {
    return FhirClient.open(
        port, accounts, TestReferrals.HOSPITAL, "hospital-system", "system/*.cruds");
  }

  private FhirClient clinicSystem(String institution) {
    return FhirClient.open(port, accounts, institution, "clinic-system", "system/*.cruds");
  }

  @Test
  void arrivalAtTheHospitalsSystemIsArrivalOfTheReferral() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var visit = fixture.visit(id);
    fixture.at("08:00");
    var his = his();

    var read = his.get("Appointment/" + visit.id()).as(Appointment.class);
    assertThat(read.getBasedOnFirstRep().getReference()).isEqualTo("ServiceRequest/" + id);
    var answer = put(his, visit, AppointmentStatus.ARRIVED);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.as(Appointment.class).getStatus()).isEqualTo(AppointmentStatus.ARRIVED);
    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(put(his, visit, AppointmentStatus.ARRIVED, "2").status()).isEqualTo(200);
  }

  @Test
  void aReferralThatIsNotAcceptedIsNotReceived() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var visit = fixture.visit(id);
    fixture.at("08:00");

    assertThat(put(his(), visit, AppointmentStatus.ARRIVED).code())
        .isEqualTo("referral.not-allowed");
    assertThat(fixture.visit(id).status()).isEqualTo("booked");
  }

  @Test
  void theScheduleDoesNotCancelAReferralsVisit() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));

    var answer = put(his(), fixture.visit(id), AppointmentStatus.CANCELLED);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("capacity.dealt-with-elsewhere");
    assertThat(fixture.booked(id)).isEqualTo(1);
  }

  /// The sender's system finds another time: with the referral's own right to reserved slots.
  @Test
  @Satisfies("APT-10")
  void theSenderMovesTheVisitOfItsReferral() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = fixture.sent(doctor);
    var visit = fixture.visit(id);
    var other = fixture.free(doctor).getLast();
    var in = new Parameters();
    var body = new Appointment().setStatus(AppointmentStatus.PENDING);
    body.addBasedOn(new Reference("ServiceRequest/" + id));
    body.addSlot(new Reference("Slot/" + other.slot()));
    body.addParticipant().setActor(new Reference("Patient/" + visit.resident()));
    in.addParameter().setName("appt-resource").setResource(body);

    var stranger = clinicSystem("ninghe-fengtai").post("Appointment/$book", in);
    var twice = clinicSystem(TestReferrals.CLINIC);
    var moved = twice.post("Appointment/$book", in);
    var again = twice.post("Appointment/$book", in);

    assertThat(stranger.status()).isEqualTo(404);
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(fixture.visit(id).start()).isEqualTo(other.start());
    assertThat(fixture.visit(id).id()).isEqualTo(visit.id());
    assertThat(fixture.booked(id)).isEqualTo(1);
  }

  private static FhirClient.Answer put(
      FhirClient system, AppointmentView visit, AppointmentStatus status) {
    return put(system, visit, status, "1");
  }

  private static FhirClient.Answer put(
      FhirClient system, AppointmentView visit, AppointmentStatus status, String version) {
    var change = new Appointment().setStatus(status);
    change.setId(visit.id().toString());
    if (status == AppointmentStatus.CANCELLED) {
      change.setCancelationReason(new CodeableConcept().setText("医院取消"));
    }
    return system.put("Appointment/" + visit.id(), change, "If-Match", "W/\"" + version + "\"");
  }
}
