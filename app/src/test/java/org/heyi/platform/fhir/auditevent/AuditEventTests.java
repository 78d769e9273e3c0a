package org.heyi.platform.fhir.auditevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.Residents;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The log as a region's log platform reads it.
@HeyiTest
class AuditEventTests {

  private static final String HERE = "ninghe-yiyuan";
  private static final String CLINIC = "ninghe-yuelong-v01";
  private static final String TODAY = "AuditEvent?date=2026-11-23";
  private static final String ALL = "system/*.rs";
  private static final String SOURCE = "110153";
  private static final String DESTINATION = "110152";
  private static final int ONE_READING = 100;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Residents residents;
  @Autowired JdbcClient jdbc;

  private FhirClient collector() {
    return FhirClient.open(port, accounts, HERE, "audit-collector", ALL);
  }

  private static Staff doctor() {
    return TestStaff.with("village-doctor", CLINIC);
  }

  /// Registered and looked at.
  private ResidentId seen() {
    var resident = TestResidents.register(doctor());
    residents.view(resident, doctor());
    return resident;
  }

  /// Reading the log about a resident is on record too, but not as the clinic's.
  private static String ofTheClinic(ResidentId resident) {
    return TODAY + "&patient=Patient/" + resident + "&agent=Organization/" + CLINIC;
  }

  private static List<AuditEvent> found(FhirClient by, String search) {
    var answer = by.get(search);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.as(Bundle.class).getEntry().stream()
        .map(it -> (AuditEvent) it.getResource())
        .toList();
  }

  private static String requestor(AuditEvent it) {
    return it.getAgent().stream()
        .filter(agent -> agent.getRequestor())
        .map(agent -> agent.getType().getCodingFirstRep().getCode())
        .collect(Collectors.joining());
  }

  private static AuditEvent one(List<AuditEvent> of, Predicate<AuditEvent> which) {
    return of.stream().filter(which).findFirst().orElseThrow();
  }

  @Test
  @Satisfies("PLT-08")
  void aCollectorReadsWhoSawWhoseData() {
    var resident = seen();
    var collector = collector();

    var about = found(collector, TODAY + "&patient=Patient/" + resident);

    var looked = one(about, it -> it.getAction() == AuditEventAction.R);
    assertThat(looked.getSubtype().getLast().getCode()).isEqualTo("resident.viewed");
    assertThat(looked.getOutcome().toCode()).isEqualTo("0");
    assertThat(requestor(looked)).as("what is read goes to the reader").isEqualTo(DESTINATION);
    var who = looked.getAgentFirstRep();
    assertThat(who.getAltId()).isEqualTo(doctor().account().toString());
    assertThat(looked.getEntityFirstRep().getWhat().getReference())
        .isEqualTo("Patient/" + resident);
    assertThat(looked.getEntity()).hasSizeGreaterThan(1);
    var made = one(about, it -> it.getAction() == AuditEventAction.C);
    assertThat(requestor(made)).isEqualTo(SOURCE);
    assertThat(collector.get("AuditEvent/" + looked.getIdElement().getIdPart()).status())
        .isEqualTo(200);
  }

  @Test
  void aQueryComesFromWhoAsks() {
    var collector = collector();
    found(collector, TODAY);

    var own = found(collector, TODAY + "&altid=" + collector.account() + "&action=E");

    var query = one(own, it -> it.getSubtype().getLast().getCode().equals("audit.searched"));
    assertThat(requestor(query)).isEqualTo(SOURCE);
  }

  @Test
  void narrowsByWhoWhatAndOutcome() {
    var resident = seen();
    var collector = collector();
    var about = ofTheClinic(resident);
    int all = found(collector, about).size();

    assertThat(found(collector, about + "&agent-name=village-doctor")).hasSize(all);
    assertThat(found(collector, about + "&altid=" + doctor().account())).hasSize(all);
    assertThat(found(collector, about + "&outcome=0")).hasSize(all);
    assertThat(found(collector, about + "&subtype=resident.viewed"))
        .isNotEmpty()
        .hasSizeLessThan(all);
    assertThat(found(collector, about + "&outcome=4")).isEmpty();
    assertThat(found(collector, about + "&agent-name=nobody")).isEmpty();
    assertThat(found(collector, about.replace(CLINIC, "ninghe-lutai"))).isEmpty();
    assertThat(found(collector, "AuditEvent?date=lt2026-11-23&patient=Patient/" + resident))
        .isEmpty();
    assertThat(collector.get("AuditEvent?patient=Patient/" + resident).code())
        .isEqualTo("fhir.parameter-needed");
    assertThat(collector.get(TODAY + "&action=X").status()).isEqualTo(400);
    assertThat(collector.get(TODAY + "&outcome=8").status()).isEqualTo(400);
  }

  @Test
  void aRefusalIsFoundAsOne() {
    var curious = FhirClient.open(port, accounts, HERE, "hospital-system", ALL);
    assertThat(curious.get(TODAY).status()).isEqualTo(403);

    var refused = found(collector(), TODAY + "&altid=" + curious.account() + "&outcome=4");

    assertThat(refused)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.getOutcomeDesc()).isEqualTo("audit.not-a-reviewer");
          assertThat(it.getType().getCode()).isEqualTo("110113");
        });
  }

  /// Each word of the log belongs to one action, the one its AuditEvent says, and the actions
  /// together are the whole log.
  @Test
  void theActionsDivideTheLog() {
    seen();
    var collector = collector();
    var words =
        jdbc.sql("select distinct action from audit.entry")
            .query((row, _) -> row.getString("action"))
            .list();
    int wrong = 0;
    for (var word : words) {
      var fitting =
          Arrays.stream(AuditEventAction.values())
              .filter(it -> it != AuditEventAction.NULL)
              .filter(it -> java.util.regex.Pattern.compile(Pattern.words(it)).matcher(word).find())
              .toList();
      wrong += fitting.equals(List.of(Pattern.of(word).action())) ? 0 : 1;
    }
    System.out.printf("audit words: %d, of no or several actions: %d%n", words.size(), wrong);
    assertThat(words).hasSizeGreaterThan(5);
    assertThat(wrong).isZero();
    var about = TODAY + "&agent=Organization/" + CLINIC + "&_summary=count";
    int parts = 0;
    for (var action : List.of("C", "R", "U", "D", "E")) {
      parts += collector.get(about + "&action=" + action).as(Bundle.class).getTotal();
    }
    assertThat(parts).isEqualTo(collector.get(about).as(Bundle.class).getTotal()).isPositive();
  }

  @Test
  void aPeriodIsReadPageByPage() {
    var resident = seen();
    var collector = collector();
    var about = ofTheClinic(resident);
    var whole = found(collector, about + "&_count=" + ONE_READING);
    for (int page = 1; page <= whole.size(); page++) {
      assertThat(found(collector, about + "&_count=1&_page=" + page).getFirst().getId())
          .isEqualTo(whole.get(page - 1).getId());
    }
  }

  @Test
  @Satisfies("PLT-08")
  void nobodyElseLearnsAnything() {
    var resident = seen();
    var event =
        found(collector(), TODAY + "&patient=Patient/" + resident)
            .getFirst()
            .getIdElement()
            .getIdPart();
    int asked = 0;
    int learnt = 0;
    for (var role : List.of("hospital-system", "clinic-system")) {
      var curious = FhirClient.open(port, accounts, HERE, role, ALL);
      for (var path : List.of(TODAY, TODAY + "&_summary=count", "AuditEvent/" + event)) {
        asked++;
        learnt += curious.get(path).status() == 403 ? 0 : 1;
      }
    }
    var elsewhere = FhirClient.open(port, accounts, "elsewhere-hospital", "audit-collector", ALL);
    asked += 2;
    learnt += elsewhere.get("AuditEvent/" + event).status() == 404 ? 0 : 1;
    learnt += found(elsewhere, TODAY + "&patient=Patient/" + resident).isEmpty() ? 0 : 1;
    System.out.printf("audit log, strangers: asked %d, learnt %d%n", asked, learnt);
    assertThat(asked).isEqualTo(8);
    assertThat(learnt).isZero();
    assertThat(collector().get("Organization/" + HERE).status()).isEqualTo(200);
    assertThat(collector().get("ServiceRequest?patient=Patient/" + resident).as(Bundle.class))
        .satisfies(it -> assertThat(it.getTotal()).isZero());
  }
}
