package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.util.Objects;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// 首诊负责: who cares for the resident first is recorded with the referral; it advises and refuses
/// nobody.
@HeyiTest
class ReferralFirstContactTests {

  @Autowired Referrals referrals;
  @Autowired Drafts drafts;
  @Autowired Relationships relationships;
  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;
  @Autowired Accounts accounts;
  @LocalServerPort int port;

  @BeforeEach
  void today() {
    clock.set(MovableClock.START);
  }

  private ReferralId draft(ResidentId resident, Urgency urgency) {
    var by = villageDoctor();
    var id = drafts.start(resident, fixture.summary(), UUID.randomUUID(), by);
    drafts.request(id, TestReferrals.request(urgency), press(fixture.version(id)), by);
    return id;
  }

  private ReferralId sent(ReferralId id) {
    var doctor = fixture.clinicTomorrow(1, 1);
    var slot = fixture.free(doctor).getFirst().slot();
    referrals.send(id, slot, press(fixture.version(id)), villageDoctor());
    return id;
  }

  /// Of another township, and known to the village doctor.
  private ResidentId fromElsewhere() {
    Staff there = TestStaff.with("family-doctor", "ninghe-fengtai");
    var resident = TestResidents.register(there);
    relationships.begin(
        RelationshipKind.VISIT,
        resident,
        villageDoctor().institution(),
        Subject.of("test", resident),
        null,
        villageDoctor());
    return resident;
  }

  @Test
  @Satisfies("REF-08")
  void whoSendsBesideTheFirstContactIsAdvisedAndGoesOn() {
    var id = draft(fromElsewhere(), Urgency.ROUTINE);

    assertThat(pages.get("/referrals/" + id + "/slot", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("非急诊建议先由首诊机构的家庭医生接诊");
    sent(id);

    var recorded = Objects.requireNonNull(referrals.view(id, villageDoctor()).firstContact());
    assertThat(recorded.institution().value()).isEqualTo("ninghe-fengtai");
    assertThat(recorded.beside()).isTrue();
    assertThat(pages.get("/referrals/" + id, TestReferrals.clerk(), "zh-CN"))
        .bodyText()
        .contains("首诊机构：" + recorded.name(), "由其他机构转出");
  }

  @Test
  @Satisfies("REF-08")
  void emergenciesAreOutsideOfIt() {
    var id = draft(fromElsewhere(), Urgency.EMERGENCY);

    assertThat(drafts.besideFirstContact(id, villageDoctor())).isEmpty();
    assertThat(referrals.view(sent(id), villageDoctor()).firstContact()).isNull();
  }

  @Test
  void aClinicAndItsCentreAreOne() {
    var ofTheCentre = TestResidents.register(TestStaff.with("family-doctor", "ninghe-yuelong"));
    relationships.begin(
        RelationshipKind.VISIT,
        ofTheCentre,
        villageDoctor().institution(),
        Subject.of("test", ofTheCentre),
        null,
        villageDoctor());

    var id = draft(ofTheCentre, Urgency.ROUTINE);

    assertThat(drafts.besideFirstContact(id, villageDoctor())).isEmpty();
    var recorded = Objects.requireNonNull(referrals.view(sent(id), villageDoctor()).firstContact());
    assertThat(recorded.beside()).isFalse();
    assertThat(recorded.institution().value()).isEqualTo("ninghe-yuelong");
  }

  @Test
  @Satisfies("REF-08")
  void otherSystemsReadIt() {
    var id = sent(draft(fromElsewhere(), Urgency.ROUTINE));

    assertThat(
            http.get()
                .uri("/api/referral/referrals/{id}", id.value())
                .accept("application/json")
                .with(TestStaff.signedIn(TestReferrals.clerk())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.firstContact")
        .asMap()
        .containsEntry("institution", "ninghe-fengtai")
        .containsEntry("beside", true);
    var order = FhirReferrals.hospital(port, accounts).get("Task/" + id).as(Task.class);
    var first = (Reference) order.getExtensionByUrl(definition("first-contact")).getValue();
    assertThat(first.getReference()).isEqualTo("Organization/ninghe-fengtai");
  }

  @Test
  @Satisfies("AGR-19")
  void andUnderWhichVersionOfThePlanEachStepWasDone() {
    var id = sent(draft(fromElsewhere(), Urgency.ROUTINE));
    var steps = referrals.view(id, villageDoctor()).course();
    var last = steps.getLast().packVersion();

    assertThat(last).isPositive();
    assertThat(
            http.get()
                .uri("/api/referral/referrals/{id}", id.value())
                .accept("application/json")
                .with(TestStaff.signedIn(TestReferrals.clerk())))
        .bodyJson()
        .extractingPath("$.course[*].packVersion")
        .asArray()
        .hasSameSizeAs(steps)
        .endsWith(last);
    var order = FhirReferrals.hospital(port, accounts).get("Task/" + id).as(Task.class);
    assertThat(order.getExtensionByUrl(definition("pack-version")).getValue().primitiveValue())
        .isEqualTo(String.valueOf(last));
  }

  private static String definition(String id) {
    return FhirReferrals.HEYI + "StructureDefinition/" + id;
  }
}
