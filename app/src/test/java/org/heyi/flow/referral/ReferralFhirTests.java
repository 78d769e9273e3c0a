package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.FhirReferrals.CLINIC;
import static org.heyi.flow.referral.FhirReferrals.action;
import static org.heyi.flow.referral.FhirReferrals.doctor;
import static org.heyi.flow.referral.FhirReferrals.done;
import static org.heyi.flow.referral.FhirReferrals.found;
import static org.heyi.flow.referral.FhirReferrals.ids;
import static org.heyi.flow.referral.FhirReferrals.input;
import static org.heyi.flow.referral.FhirReferrals.output;
import static org.heyi.flow.referral.FhirReferrals.proposed;
import static org.heyi.flow.referral.FhirReferrals.request;
import static org.heyi.flow.referral.FhirReferrals.send;
import static org.heyi.flow.referral.FhirReferrals.staff;
import static org.heyi.flow.referral.FhirReferrals.version;
import static org.heyi.flow.referral.FhirReferrals.words;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.physician;
import static org.heyi.flow.referral.TestReferrals.press;

import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A referral from the clinic's system to the hospital's and back, through `/fhir` alone; after
/// each step the proposals of both are what [ReferralActions] says.
@HeyiTest
class ReferralFhirTests {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired TestReferrals fixture;
  @Autowired Referrals referrals;
  @Autowired ReferralLists lists;

  private FhirClient clinic;
  private FhirClient hospital;
  private int compared;

  @BeforeEach
  void systems() {
    clinic = FhirReferrals.clinic(port, accounts);
    hospital = FhirReferrals.hospital(port, accounts);
  }

  private ServiceRequest created(ResidentId resident) {
    var answer = clinic.post("ServiceRequest", request(resident));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.as(ServiceRequest.class);
  }

  private String created() {
    return created(TestResidents.register(doctor())).getIdElement().getIdPart();
  }

  /// Created and sent into the first free segment of the doctor's clinic.
  private Task sent(String doctor) {
    var id = created();
    return done(clinic, send(id, 2, fixture.free(doctor).getFirst().slot()));
  }

  private static String id(Task order) {
    return order.getIdElement().getIdPart();
  }

  private static String state(Task order) {
    return order.getBusinessStatus().getCodingFirstRep().getCode();
  }

  private String noted(String id) {
    return clinic.get("Task/" + id).as(Task.class).getStatusReason().getText();
  }

  /// Both systems are offered exactly what the one function of the house allows them.
  private void offersAgree(String id) {
    var facts = referrals.view(ReferralId.of(id), doctor()).facts();
    var sender = staff(clinic, "clinic-system", CLINIC);
    var receiver = staff(hospital, "hospital-system", HOSPITAL);
    assertThat(proposed(clinic, id)).isEqualTo(words(ReferralActions.of(facts, sender)));
    assertThat(proposed(hospital, id))
        .isEqualTo(
            facts.state() == ReferralState.DRAFT
                ? java.util.Set.of()
                : words(ReferralActions.of(facts, receiver)));
    compared += 2;
  }

  /// A token is good for minutes, the story for days.
  private void tomorrowAtEight() {
    fixture.at("08:00");
    systems();
  }

  @Test
  @Satisfies({"REF-03", "REF-14"})
  void goesFromSystemToSystemAndBack() {
    var slot = fixture.free(fixture.clinicTomorrow(1, 1)).getFirst().slot();
    var resident = TestResidents.register(doctor());
    var id = created(resident).getIdElement().getIdPart();
    offersAgree(id);

    var sent = done(clinic, send(id, 2, slot));
    assertThat(state(sent)).isEqualTo("sent");
    offersAgree(id);

    var inbox = "Task?owner=Organization/" + HOSPITAL + "&status=requested&_count=100";
    var mine = found(hospital, inbox, Task.class).stream().filter(it -> id(it).equals(id)).toList();
    assertThat(mine).hasSize(1);
    assertThat(mine.getFirst().getRestriction().getPeriod().getEnd()).isNotNull();
    assertThat(mine.getFirst().getFor().getReference()).isEqualTo("Patient/" + resident);

    var claimed = done(hospital, action(id, "claim", version(mine.getFirst())));
    assertThat(claimed.getExtension().getFirst().getUrl()).endsWith("/assignee");
    offersAgree(id);
    done(hospital, action(id, "accept", version(claimed)));
    offersAgree(id);
    var booked = hospital.get("ServiceRequest/" + id).as(ServiceRequest.class);
    assertThat(booked.getOccurrencePeriod().getStart()).isNotNull();

    tomorrowAtEight();
    done(hospital, action(id, "arrive", 4));
    offersAgree(id);
    done(hospital, action(id, "take-in", 5));
    offersAgree(id);
    var told = input(action(id, "feed-back", 6), "treatment", "住院行 PCI");
    input(told, "diagnosis", FhirReferrals.concept("http://hl7.org/fhir/sid/icd-10", "I20.9"));
    done(hospital, input(told, "advice", "双抗一年"));
    offersAgree(id);

    var back = clinic.get("Task/" + id).as(Task.class);
    assertThat(back.getOwner().getReference()).isEqualTo("Organization/" + CLINIC);
    assertThat(output(back, "treatment")).isEqualTo("住院行 PCI");
    assertThat(output(back, "advice")).isEqualTo("双抗一年");
    var closed = done(clinic, action(id, "close", version(back)));
    assertThat(closed.getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
    offersAgree(id);

    assertThat(course(id))
        .containsExactly(
            "close", "feed-back", "take-in", "arrive", "accept", "send", "edit", "start");
    System.out.printf("FHIR referral story: proposals compared %d, differences 0%n", compared);
  }

  /// Newest first.
  private List<String> course(String id) {
    var history = clinic.get("Task/" + id + "/_history").as(Bundle.class);
    var requests = clinic.get("ServiceRequest/" + id + "/_history").as(Bundle.class);
    assertThat(requests.getEntry())
        .hasSameSizeAs(history.getEntry())
        .allMatch(it -> it.getResponse().hasEtag() && it.getRequest().hasMethod());
    return history.getEntry().stream()
        .map(it -> (Task) it.getResource())
        .map(it -> it.getStatusReason().getCodingFirstRep().getCode())
        .toList();
  }

  @Test
  void whatTheFormAsksForComesBackAsItWasWritten() {
    var resident = TestResidents.register(doctor());
    var id = created(resident).getIdElement().getIdPart();

    var kept = referrals.view(ReferralId.of(id), doctor());
    assertThat(kept.summary()).isEqualTo(withTemperature(fixture.summary()));
    assertThat(kept.request())
        .isEqualTo(TestReferrals.request(org.heyi.flow.referral.content.Urgency.URGENT));

    var read = clinic.get("ServiceRequest/" + id);
    var again =
        clinic.put("ServiceRequest/" + id, read.as(ServiceRequest.class), "If-Match", "W/\"2\"");
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    var rewritten = referrals.view(ReferralId.of(id), doctor());
    assertThat(rewritten.summary()).isEqualTo(kept.summary());
    assertThat(rewritten.request()).isEqualTo(kept.request());
  }

  private static org.heyi.flow.referral.content.ClinicalSummary withTemperature(
      org.heyi.flow.referral.content.ClinicalSummary it) {
    var signs = new java.util.HashMap<>(it.vitalSigns());
    signs.put("temperature", new java.math.BigDecimal("36.6"));
    return new org.heyi.flow.referral.content.ClinicalSummary(
        it.complaint(),
        signs,
        it.allergies(),
        it.noAllergies(),
        it.medicines(),
        it.noMedicines(),
        it.diagnosis());
  }

  @Test
  void aReturnedReferralIsRewrittenAndSentAgainWithItsTime() {
    var id = id(sent(fixture.clinicTomorrow(1, 1)));
    var returned = input(action(id, "return", 3), "advice", "请补充心电图");
    assertThat(state(done(hospital, returned))).isEqualTo("returned");
    offersAgree(id);
    assertThat(noted(id)).isEqualTo("请补充心电图");

    var read = clinic.get("ServiceRequest/" + id).as(ServiceRequest.class);
    read.getNoteFirstRep().setText("胸痛两小时，心电图 ST 段压低");
    assertThat(clinic.put("ServiceRequest/" + id, read).status()).isEqualTo(428);
    assertThat(clinic.put("ServiceRequest/" + id, read, "If-Match", "W/\"3\"").status())
        .isEqualTo(412);
    assertThat(clinic.put("ServiceRequest/" + id, read, "If-Match", "W/\"4\"").status())
        .isEqualTo(200);
    offersAgree(id);
    assertThat(state(done(clinic, action(id, "send", 5)))).isEqualTo("sent");
    assertThat(fixture.booked(ReferralId.of(id))).isEqualTo(1);
  }

  @Test
  @Satisfies("REF-04")
  void aRefusalNeedsAReasonOfTheList() {
    var id = id(sent(fixture.clinicTomorrow(1, 1)));
    var without = hospital.post("Task", action(id, "refuse", 3));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.code()).isEqualTo("referral.unknown-reason");

    var refused = input(action(id, "refuse", 3), "reason", new CodeType("wrong-department"));
    assertThat(done(hospital, refused).getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
    offersAgree(id);
    assertThat(noted(id)).contains("科室不符");
    assertThat(clinic.get("ServiceRequest/" + id).as(ServiceRequest.class).getStatus())
        .isEqualTo(ServiceRequest.ServiceRequestStatus.REVOKED);
  }

  @Test
  void theSenderMovesAndTakesBack() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = id(sent(doctor));
    var other = fixture.free(doctor).getFirst().slot();
    done(clinic, input(action(id, "move", 3), "slot", new Reference("Slot/" + other)));
    offersAgree(id);
    assertThat(fixture.visit(ReferralId.of(id), doctor()).slot()).isEqualTo(other);

    var taken = done(clinic, input(action(id, "withdraw", 4), "why", "已好转"));
    assertThat(taken.getStatus()).isEqualTo(Task.TaskStatus.CANCELLED);
    assertThat(fixture.left(doctor)).isEqualTo(2);
    offersAgree(id);
  }

  @Test
  void theOfficesSystemSendsItOnToAnotherDepartment() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = id(sent(doctor));
    var there =
        fixture.clinicTomorrow(
            HOSPITAL, RedirectTests.THERE, java.time.LocalTime.of(8, 0), 1, 1, 1);
    var slot = fixture.free(HOSPITAL, RedirectTests.THERE, there, doctor()).getFirst().slot();
    var proposal = hospital.get("Task/" + id + ".redirect").as(Task.class);
    assertThat(proposal.getInput())
        .extracting(it -> it.getType().getCodingFirstRep().getCode())
        .containsExactly("version", "slot", "why");

    var asked = input(action(id, "redirect", 3), "slot", new Reference("Slot/" + slot));
    var done = done(hospital, input(asked, "why", "消化道症状为主"));

    assertThat(state(done)).isEqualTo("sent");
    offersAgree(id);
    assertThat(noted(id)).isEqualTo("宁河区医院 呼吸内科 → 宁河区医院 消化内科：消化道症状为主");
    assertThat(course(id).getFirst()).isEqualTo("redirect");
    var request = clinic.get("ServiceRequest/" + id).as(ServiceRequest.class);
    assertThat(request.getCode().getCodingFirstRep().getCode()).isEqualTo(RedirectTests.THERE);
    assertThat(fixture.left(doctor)).isEqualTo(1);
  }

  @Test
  void theOfficesSystemAsksAPhysicianOfTheHospital() {
    var id = id(sent(fixture.clinicTomorrow(1, 1)));
    var whom = new Reference();
    whom.setIdentifier(
        new Identifier()
            .setSystem(FhirReferrals.HEYI + "NamingSystem/account")
            .setValue(physician().account().toString()));
    var asked = input(action(id, "forward", 3), "question", "是否需要造影？");
    var forwarded = done(hospital, input(asked, "physician", whom));
    assertThat(forwarded.getBusinessStatus().getCoding())
        .extracting(it -> it.getCode())
        .containsExactly("sent", "forwarded");
    offersAgree(id);

    referrals.advise(ReferralId.of(id), "建议收治", press(4), physician());
    offersAgree(id);
    assertThat(noted(id)).isEqualTo("建议收治");
    assertThat(state(done(hospital, action(id, "accept", 5)))).isEqualTo("accepted");
  }

  @Test
  void whoDidNotComeMayStillArriveThatDay() {
    var id = id(sent(fixture.clinicTomorrow(1, 1)));
    done(hospital, action(id, "accept", 3));
    fixture.at("09:30");
    systems();
    done(hospital, action(id, "no-show", 4));
    offersAgree(id);
    assertThat(state(done(hospital, action(id, "arrive", 5)))).isEqualTo("arrived");
  }

  @Test
  void whatWasDoneOnPaperIsEnteredLater() {
    var id = id(sent(fixture.clinicTomorrow(1, 1)));
    var late = input(action(id, "accept", 3), "done-by", "王值班");
    input(late, "happened", new org.hl7.fhir.r4.model.DateTimeType("2026-11-23T09:00:00+08:00"));

    assertThat(state(done(hospital, late))).isEqualTo("accepted");
    assertThat(referrals.view(ReferralId.of(id), clerk()).course().getLast().happenedBy())
        .isEqualTo("王值班");
  }

  @Test
  void theWorklistIsThePagesInboxInItsOrder() {
    var doctor = fixture.clinicTomorrow(1, 3);
    for (int i = 0; i < 3; i++) {
      sent(doctor);
    }
    var all = new PageQuery(1, 100, "", false);
    var page = lists.inbox(ReferralFilter.NONE, all, clerk());

    var inbox = "Task?owner=Organization/" + HOSPITAL + "&business-status=sent&_count=100";
    assertThat(ids(found(hospital, inbox, Task.class)))
        .isEqualTo(page.rows().stream().map(it -> it.facts().id().toString()).toList());
  }

  @Test
  void aReferralIsFoundByWhatIsKnownOfIt() {
    var resident = TestResidents.register(doctor());
    var draft = created(resident);
    var id = draft.getIdElement().getIdPart();
    var slot = fixture.free(fixture.clinicTomorrow(1, 1)).getFirst().slot();
    done(clinic, send(id, 2, slot));
    var number = draft.getIdentifierFirstRep().getValue();
    var one = "ServiceRequest?patient=Patient/" + resident;

    for (var narrowed :
        List.of(
            "",
            "&status=active,on-hold",
            "&priority=urgent",
            "&requester=Organization/" + CLINIC,
            "&performer=Organization/" + HOSPITAL,
            "&identifier=" + number,
            "&authored=2026-11-23",
            "&occurrence=ge2026-11-24&occurrence=lt2026-11-25",
            "&_lastUpdated=ge2026-11-23")) {
      assertThat(ids(found(hospital, one + narrowed, ServiceRequest.class)))
          .as(narrowed)
          .containsExactly(id);
    }
    for (var other :
        List.of(
            "&status=draft",
            "&priority=stat",
            "&requester=Organization/" + HOSPITAL,
            "&performer=Organization/" + CLINIC,
            "&identifier=ZZ99999999",
            "&authored=lt2026-11-23",
            "&occurrence=2026-11-23",
            "&_lastUpdated=lt2026-11-23")) {
      assertThat(found(hospital, one + other, ServiceRequest.class)).as(other).isEmpty();
    }
    var whole = found(hospital, "ServiceRequest?_id=" + id, ServiceRequest.class).getFirst();
    assertThat(whole.getContained()).hasAtLeastOneElementOfType(Observation.class);
  }
}
