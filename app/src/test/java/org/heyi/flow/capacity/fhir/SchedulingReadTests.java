package org.heyi.flow.capacity.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.fhir.TestScheduling.CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.HOSPITAL;

import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.fhir.FhirForms;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What systems see of clinics, slots and appointments.
@HeyiTest
class SchedulingReadTests {

  @LocalServerPort int port;
  @Autowired TestScheduling scheduling;
  @Autowired TestHospital hospital;
  @Autowired JdbcClient jdbc;

  @Test
  @Satisfies("APT-01")
  void aClinicIsAScheduleWithItsDepartmentDoctorAndTime() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 2, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);

    var read = system.get("Schedule/" + clinic).as(Schedule.class);

    assertThat(read.getActive()).isTrue();
    assertThat(FhirForms.code(read.getServiceTypeFirstRep(), FhirForms.DEPARTMENT))
        .isEqualTo(TestHospital.DEPARTMENT);
    assertThat(read.getActor())
        .extracting(it -> it.getType())
        .containsExactly("Practitioner", "HealthcareService", "Location");
    assertThat(read.getPlanningHorizon().getStart().toInstant()).isEqualTo(TestHospital.start(day));
    var search = "Schedule?organization=Organization/%s&date=%s&service-type=%s";
    assertThat(schedules(system, search.formatted(HOSPITAL, day, TestHospital.DEPARTMENT)))
        .containsExactly(clinic.toString());
    assertThat(schedules(system, search.formatted(HOSPITAL, day, "99"))).isEmpty();
    assertThat(system.get("Schedule?date=" + day).code()).isEqualTo("fhir.parameter-needed");
  }

  @Test
  void draftsAreKnownToTheirHospitalOnly() {
    var day = TestHospital.freshDay(HOSPITAL);
    var draft = hospital.draft(HOSPITAL, day, "ordinary", 1, 1, 0);
    var search = "Schedule?organization=Organization/%s&date=%s".formatted(HOSPITAL, day);

    assertThat(schedules(scheduling.his(port), search)).contains(draft.toString());
    var outside = scheduling.clinicSystem(port, CENTRE);
    assertThat(schedules(outside, search)).doesNotContain(draft.toString());
    assertThat(outside.get("Schedule/" + draft).status()).isEqualTo(404);
  }

  @Test
  @Satisfies("APT-06")
  void aSlotIsFreeForThoseWhoMayTakeIt() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, 4, 1);
    var outside = scheduling.clinicSystem(port, CENTRE);
    scheduling.booked(outside, clinic, 2, CENTRE);
    outside.post(
        "Appointment/$hold",
        TestScheduling.naming("appt-reference", "Appointment/slot-" + scheduling.slot(clinic, 3)));
    var another = scheduling.clinicSystem(port, TestScheduling.OTHER_CENTRE);
    var search = "Slot?schedule=Schedule/" + clinic;

    assertThat(statuses(scheduling.his(port), search))
        .containsExactlyInAnyOrder(
            SlotStatus.FREE, SlotStatus.BUSY, SlotStatus.BUSYTENTATIVE, SlotStatus.FREE);
    assertThat(statuses(outside, search + "&status=free")).hasSize(2);
    assertThat(statuses(another, search + "&status=free")).hasSize(1);
    assertThat(statuses(another, search + "&status=busy-unavailable")).hasSize(3);
    assertThat(statuses(another, search + "&status=busy")).isEmpty();
  }

  @Test
  void aSlotBringsItsScheduleWhenAsked() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 2, 3, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var search =
        "Slot?organization=Organization/%s&service-type=%s&start=ge%sT08:30:00%%2B08:00&start=lt%s"
            .formatted(HOSPITAL, TestHospital.DEPARTMENT, day, day.plusDays(1));

    var page = system.get(search + "&_count=2&_include=Slot:schedule").as(Bundle.class);

    assertThat(page.getTotal()).isEqualTo(3);
    assertThat(page.getEntry())
        .extracting(it -> it.getResource().fhirType())
        .containsExactly("Slot", "Slot", "Schedule");
    assertThat(page.getEntry().getLast().getResource().getIdElement().getIdPart())
        .isEqualTo(clinic.toString());
    assertThat(page.getLink("next")).isNotNull();
  }

  @Test
  void appointmentsAreFoundByPatientDateAndStatusAndEachReadingIsOnRecord() {
    var day = TestHospital.freshDay(HOSPITAL);
    var clinic = scheduling.clinic(day, 1, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var booked = scheduling.booked(system, clinic, 1, CENTRE);
    var patient = booked.getParticipantFirstRep().getActor().getReference();
    var resident = patient.substring("Patient/".length());
    var before = shown(resident);

    for (var reader : List.of(system, scheduling.his(port))) {
      var found =
          reader
              .get(
                  "Appointment?patient=%s&date=%s&status=booked&_include=Appointment:slot"
                      .formatted(patient, day))
              .as(Bundle.class);
      assertThat(found.getEntry())
          .extracting(it -> it.getResource().fhirType())
          .containsExactly("Appointment", "Slot");
      assertThat(((Appointment) found.getEntryFirstRep().getResource()).getSlotFirstRep())
          .extracting(it -> it.getReference())
          .isEqualTo("Slot/" + scheduling.slot(clinic, 1));
    }
    assertThat(shown(resident)).isEqualTo(before + 2);
    assertThat(
            system
                .get("Appointment?patient=%s&status=arrived".formatted(patient))
                .as(Bundle.class)
                .getTotal())
        .isZero();
  }

  private int shown(String resident) {
    return jdbc.sql(
            """
            select count(*) from audit.entry
             where action = 'capacity.appointments-searched' and cast(:resident as uuid) = any(residents)
            """)
        .param("resident", resident)
        .query(Integer.class)
        .single();
  }

  private static List<String> schedules(FhirClient system, String search) {
    return system.get(search).as(Bundle.class).getEntry().stream()
        .map(it -> it.getResource().getIdElement().getIdPart())
        .toList();
  }

  private static List<SlotStatus> statuses(FhirClient system, String search) {
    return system.get(search).as(Bundle.class).getEntry().stream()
        .map(it -> ((Slot) it.getResource()).getStatus())
        .toList();
  }
}
