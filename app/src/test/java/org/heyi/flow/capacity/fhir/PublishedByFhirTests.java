package org.heyi.flow.capacity.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.fhir.TestScheduling.CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.HOSPITAL;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.fhir.FhirForms;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Schedule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A hospital's own system plans and publishes its clinics in one transaction; repeated, it changes
/// nothing.
@HeyiTest
class PublishedByFhirTests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired TestScheduling scheduling;

  private final String doctor = "接口医师" + COUNT.incrementAndGet();

  @Test
  void aTransactionPublishesAClinicOnce() {
    var day = TestHospital.soonDay(HOSPITAL);
    var his = scheduling.his(port);

    var once = send(his, bundle(entry(schedule(day, "08:30")), publish(day, "测试")));
    var twice = send(his, bundle(entry(schedule(day, "08:30")), publish(day, "测试")));

    assertThat(once.status()).as(once.body()).isEqualTo(200);
    assertThat(published(once)).isEqualTo(1);
    assertThat(published(twice)).isZero();
    assertThat(twice.as(Bundle.class).getEntry())
        .extracting(it -> it.getResponse().getStatus())
        .containsExactly("200", "200");
    var id = once.as(Bundle.class).getEntryFirstRep().getResource().getIdElement().getIdPart();
    assertThat(his.get("Schedule/" + id).as(Schedule.class).getActive()).isTrue();
    assertThat(his.get("Slot?schedule=" + id).as(Bundle.class).getTotal()).isEqualTo(3);
  }

  @Test
  void theSameClinicWithOtherTimesIsRefusedAndNothingIsDone() {
    var day = TestHospital.soonDay(HOSPITAL);
    var his = scheduling.his(port);
    send(his, bundle(entry(schedule(day, "08:30")), publish(day, "测试")));

    var other = send(his, bundle(entry(schedule(day, "08:40")), publish(day, "测试")));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("capacity.clinic-differs");
  }

  @Test
  void aClinicIsCheckedAndOnlyItsHospitalPlansIt() {
    var day = TestHospital.soonDay(HOSPITAL);
    var wrong = schedule(day, "08:30").replace("03.04", "00.00");

    assertThat(send(scheduling.his(port), bundle(entry(wrong))).code())
        .isEqualTo("capacity.clinic-not-possible");
    assertThat(
            scheduling
                .clinicSystem(port, CENTRE)
                .send("POST", "Schedule", schedule(day, "08:30"), Map.of())
                .code())
        .isEqualTo("capacity.not-your-duty");
  }

  private static int published(FhirClient.Answer answer) {
    var out = (Parameters) answer.as(Bundle.class).getEntry().getLast().getResource();
    return ((IntegerType) out.getParameterFirstRep().getValue()).getValue();
  }

  private static FhirClient.Answer send(FhirClient his, String bundle) {
    return his.send("POST", "", bundle, Map.of());
  }

  private static String bundle(String... entries) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
        + String.join(",", entries)
        + "]}";
  }

  private static String entry(String schedule) {
    return "{\"request\":{\"method\":\"POST\",\"url\":\"Schedule\"},\"resource\":" + schedule + "}";
  }

  private static String publish(LocalDate day, String reason) {
    return """
    {"request": {"method": "POST", "url": "Schedule/$publish"},
     "resource": {"resourceType": "Parameters", "parameter": [
       {"name": "start", "valueDate": "%s"}, {"name": "end", "valueDate": "%s"},
       {"name": "reason", "valueString": "%s"}]}}
    """
        .formatted(day, day, reason);
  }

  private String schedule(LocalDate day, String end) {
    return """
    {"resourceType": "Schedule",
     "contained": [%s, %s, %s],
     "serviceCategory": [{"coding": [{"system": "%s", "code": "am"}]}],
     "serviceType": [{"coding": [{"system": "%s", "code": "03.04"}]}],
     "actor": [{"type": "Practitioner", "display": "%s"},
               {"type": "Location", "display": "门诊楼2层"}]}
    """
        .formatted(
            slot("a", day, "08:00", end, "reserved"),
            slot("b", day, "08:00", end, "public"),
            slot("c", day, "09:00", "09:30", "public"),
            Codes.SESSION,
            FhirForms.DEPARTMENT,
            doctor);
  }

  private static String slot(String id, LocalDate day, String from, String until, String pool) {
    return """
    {"resourceType": "Slot", "id": "%s", "schedule": {"reference": "#"}, "status": "free",
     "serviceCategory": [{"coding": [{"system": "%s", "code": "%s"}]}],
     "appointmentType": {"coding": [{"system": "%s", "code": "ordinary"}]},
     "start": "%sT%s:00+08:00", "end": "%sT%s:00+08:00"}
    """
        .formatted(id, Codes.SLOT_POOL, pool, Codes.SLOT_CLASS, day, from, day, until);
  }
}
