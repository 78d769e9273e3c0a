package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.FhirReferrals.ALL;
import static org.heyi.flow.referral.FhirReferrals.action;
import static org.heyi.flow.referral.FhirReferrals.doctor;
import static org.heyi.flow.referral.FhirReferrals.done;
import static org.heyi.flow.referral.FhirReferrals.input;
import static org.heyi.flow.referral.FhirReferrals.request;
import static org.heyi.flow.referral.FhirReferrals.send;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What two systems can do at once, what comes twice or too late, and what strangers learn.
@HeyiTest
class ReferralFhirGuardTests {

  private static final int ROUNDS = 8;
  private static final int EACH = 4;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired TestReferrals fixture;

  private FhirClient clinic;
  private FhirClient hospital;

  @BeforeEach
  void systems() {
    clinic = FhirReferrals.clinic(port, accounts);
    hospital = FhirReferrals.hospital(port, accounts);
  }

  private static ServiceRequest whole() {
    return request(TestResidents.register(doctor()));
  }

  private String created() {
    return clinic
        .post("ServiceRequest", whole())
        .as(ServiceRequest.class)
        .getIdElement()
        .getIdPart();
  }

  private String sent(String doctor) {
    var id = created();
    done(clinic, send(id, 2, fixture.free(doctor).getFirst().slot()));
    return id;
  }

  @Test
  @Satisfies("PLT-08")
  void strangersLearnNothing() {
    var id = sent(fixture.clinicTomorrow(1, 1));
    var draft = created();
    int asked = 0;
    int learnt = 0;
    var strangers =
        Map.of(
            FhirClient.open(port, accounts, "ninghe-lutai", "clinic-system", ALL),
            id,
            FhirClient.open(port, accounts, "ninghe-zhongyiyuan", "hospital-system", ALL),
            id,
            hospital,
            draft);
    for (var stranger : strangers.entrySet()) {
      for (var answer : told(stranger.getKey(), stranger.getValue())) {
        asked++;
        learnt += answer ? 1 : 0;
      }
    }
    System.out.printf("FHIR referral, strangers: asked %d, learnt %d%n", asked, learnt);
    assertThat(asked).isEqualTo(3 * 14);
    assertThat(learnt).isZero();
    assertThat(told(hospital, id)).as("control: who may know, learns").contains(true);
  }

  /// Question by question, whether the answer told anything.
  private static List<Boolean> told(FhirClient by, String id) {
    var gets =
        Stream.of(
                "ServiceRequest/" + id,
                "ServiceRequest/" + id + "/_history",
                "ServiceRequest/" + id + "/_history/1",
                "ServiceRequest/" + id + "/_history/99",
                "Task/" + id,
                "Task/" + id + "/_history",
                "Task/" + id + ".accept")
            .map(it -> by.get(it).status() != 404);
    var searches =
        Stream.of(
                "ServiceRequest?_id=" + id,
                "Task?_id=" + id,
                "Task?focus=ServiceRequest/" + id,
                "Task?focus=ServiceRequest/" + id + "&_summary=count",
                "Task?intent=proposal&focus=ServiceRequest/" + id)
            .map(it -> by.get(it).as(Bundle.class).getTotal() != 0);
    var change = whole();
    change.setId(id);
    var writes =
        Stream.of(
            by.post("Task", action(id, "accept", 99)).status() != 404,
            by.put("ServiceRequest/" + id, change, "If-Match", "W/\"3\"").status() != 404);
    return Stream.of(gets, searches, writes).flatMap(it -> it).toList();
  }

  @Test
  void anActionOnAnOldVersionIsRefusedAndSaysWhy() {
    var id = sent(fixture.clinicTomorrow(1, 1));
    for (var word : List.of("accept", "claim", "return", "refuse")) {
      var answer = hospital.post("Task", action(id, word, 2));
      assertThat(answer.status()).as(word).isEqualTo(412);
      assertThat(answer.code()).isEqualTo("fhir.changed");
    }
    assertThat(hospital.get("Task/" + id).as(Task.class).getStatus())
        .isEqualTo(Task.TaskStatus.REQUESTED);
  }

  @Test
  void whatAColleagueHasClaimedIsAConflictAndNotStale() {
    var id = sent(fixture.clinicTomorrow(1, 1));
    done(hospital, action(id, "claim", 3));
    var colleague = FhirReferrals.hospital(port, accounts);

    var answer = colleague.post("Task", action(id, "accept", 3));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("referral.claimed-by-other");
  }

  @Test
  void aSlotThatSomebodyTookIsAConflictAndNotStale() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var slot = fixture.free(doctor).getFirst().slot();
    done(clinic, send(created(), 2, slot));
    var late = created();

    var answer = clinic.post("Task", send(late, 2, slot));

    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.code()).startsWith("capacity.");
    assertThat(fixture.version(ReferralId.of(late))).isEqualTo(2);
  }

  @Test
  void theSameKeyIsTheSamePress() {
    var doctor = fixture.clinicTomorrow(1, 2);
    var slot = fixture.free(doctor).getFirst().slot();
    var key = UUID.randomUUID().toString();
    var body = whole();
    var first = clinic.post("ServiceRequest", body, "Idempotency-Key", key);
    var second = clinic.post("ServiceRequest", body, "Idempotency-Key", key);
    var id = first.as(ServiceRequest.class).getIdElement().getIdPart();
    assertThat(second.as(ServiceRequest.class).getIdElement().getIdPart()).isEqualTo(id);

    var send = send(id, 2, slot);
    var press = UUID.randomUUID().toString();
    done(clinic, send, "Idempotency-Key", press);
    done(clinic, send, "Idempotency-Key", press);
    assertThat(fixture.version(ReferralId.of(id))).isEqualTo(3);
    assertThat(fixture.left(doctor)).isEqualTo(1);
    var other = clinic.post("Task", action(id, "withdraw", 3), "Idempotency-Key", press);
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void theCallersOwnNumberMakesOneReferral() {
    var body = whole();
    var number = "identifier=https://his.example.org/referral|" + UUID.randomUUID();
    var first = clinic.post("ServiceRequest", body, "If-None-Exist", number);
    var second = clinic.post("ServiceRequest", body, "If-None-Exist", number);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.as(ServiceRequest.class).getIdElement().getIdPart())
        .isEqualTo(first.as(ServiceRequest.class).getIdElement().getIdPart());
  }

  /// 接收 of the hospital's system and 撤回 of the clinic's, several at once: one effect.
  @Test
  void ofManyAcceptsAndWithdrawalsOneWins() throws Exception {
    var doctor = fixture.clinicTomorrow(1, ROUNDS);
    int attempts = 0;
    int violations = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var id = sent(doctor);
      var answers =
          AtOnce.all(
              IntStream.range(0, EACH)
                  .boxed()
                  .flatMap(_ ->
                      Stream.<Callable<Integer>>of(
                          () -> hospital.post("Task", action(id, "accept", 3)).status(),
                          () -> clinic.post("Task", withdrawal(id)).status()))
                  .toList());
      attempts += answers.size();
      violations += answers.stream().filter(it -> it == 200).count() == 1 ? 0 : 1;
      violations += (int) answers.stream().filter(it -> it != 200 && it != 412).count();
      violations += fixture.version(ReferralId.of(id)) == 4 ? 0 : 1;
    }
    System.out.printf(
        "FHIR accepts and withdrawals at once: %d attempts, %d rounds, violations %d%n",
        attempts, ROUNDS, violations);
    assertThat(attempts).isEqualTo(ROUNDS * EACH * 2);
    assertThat(violations).isZero();
  }

  private static Task withdrawal(String id) {
    return input(action(id, "withdraw", 3), "why", "撤回");
  }

  static Stream<Arguments> notUnderstood() {
    return Stream.of(
        bad(
            "a resource that has no place",
            it -> {
              var condition = new Condition().setSubject(it.getSubject());
              FhirReferrals.contained(it, "condition", condition.setCode(new CodeableConcept()));
            }),
        bad("an element that has no place", it -> it.addBodySite().setText("左胸")),
        bad("not to be done", it -> it.setDoNotPerform(true)),
        bad("information elsewhere", it -> it.addSupportingInfo(new Reference("Condition/1"))),
        bad("degrees Fahrenheit", it -> FhirReferrals.measured(it, "8867-4", "97.7", "[degF]")),
        bad("a measurement nobody asks", it -> FhirReferrals.measured(it, "29463-7", "70", "kg")),
        bad("one sign twice", it -> FhirReferrals.measured(it, "8480-6", "120", "mm[Hg]")),
        bad(
            "an unknown diagnosis",
            it -> it.getReasonCodeFirstRep().getCodingFirstRep().setCode("Q99.99")),
        bad(
            "two diagnoses",
            it -> it.addReasonCode(FhirReferrals.concept("http://hl7.org/fhir/sid/icd-10", "I10"))),
        bad("no hospital", it -> it.setPerformer(List.of())),
        bad("no department", it -> it.setCode(new CodeableConcept())),
        bad("no priority", it -> it.setPriority(null)),
        bad(
            "a priority that is none of ours",
            it -> it.setPriority(ServiceRequest.ServiceRequestPriority.ASAP)),
        bad("sent at once", it -> it.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)),
        bad("a plan", it -> it.setIntent(ServiceRequest.ServiceRequestIntent.PLAN)),
        bad("in another's name", it -> it.setRequester(new Reference("Organization/ninghe-lutai"))),
        bad("no patient", it -> it.setSubject(new Reference("Patient/x"))));
  }

  private static Arguments bad(String what, Consumer<ServiceRequest> change) {
    return Arguments.of(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notUnderstood")
  void nothingThatWasSentIsLostWithoutAWord(String what, Consumer<ServiceRequest> change) {
    var body = whole();
    change.accept(body);

    var answer = clinic.post("ServiceRequest", body);

    assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(400);
  }

  @Test
  void theRulesOfThePagesHold() {
    var pressure = whole();
    FhirReferrals.measured(pressure, "59408-5", "365", "%");
    assertThat(clinic.post("ServiceRequest", pressure).code()).isEqualTo("referral.implausible");
    var elsewhere = whole();
    elsewhere.getPerformerFirstRep().setReference("Organization/ninghe-lutai");
    assertThat(clinic.post("ServiceRequest", elsewhere).code())
        .isEqualTo("referral.hospital-not-above");
    assertThat(hospital.post("ServiceRequest", whole()).status()).isEqualTo(403);
    var stranger = new Reference("Patient/" + UUID.randomUUID());
    assertThat(clinic.post("ServiceRequest", whole().setSubject(stranger)).status()).isEqualTo(404);
  }

  @Test
  void anActionThatIsNoneIsRefused() {
    var id = sent(fixture.clinicTomorrow(1, 1));
    assertThat(hospital.post("Task", action(id, "expire", 3)).status()).isEqualTo(400);
    assertThat(hospital.post("Task", action(id, "dance", 3)).status()).isEqualTo(400);
    assertThat(hospital.post("Task", input(action(id, "accept", 3), "advice", "x")).status())
        .isEqualTo(400);
    var proposal = action(id, "accept", 3).setIntent(Task.TaskIntent.PROPOSAL);
    assertThat(hospital.post("Task", proposal).status()).isEqualTo(400);
    assertThat(hospital.post("Task", action(id, "feed-back", 3)).status()).isEqualTo(403);
    assertThat(hospital.post("Task", action(id, "return", 3)).code())
        .isEqualTo("referral.unknown-reason");
  }
}
