package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.physician;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The course of a referral through the facade, on the real database.
@HeyiTest
class ReferralsModuleTests {

  @Autowired Referrals referrals;
  @Autowired Drafts drafts;
  @Autowired TestReferrals fixture;
  @Autowired Relationships relationships;
  @Autowired MovableClock clock;

  @Test
  @Satisfies("REF-03")
  void goesFromTheVillageToTheHospitalAndBack() {
    var doctor = fixture.clinicTomorrow(2, 2);
    var id = fixture.sent(doctor);
    assertThat(fixture.work(id)).containsExactly("referral.review");

    referrals.accept(id, press(fixture.version(id)), clerk());
    assertThat(fixture.work(id)).containsExactly("referral.arrive");
    fixture.at("08:00");
    referrals.arrive(id, press(fixture.version(id)), desk());
    assertThat(fixture.work(id)).containsExactly("referral.take-in");
    referrals.takeIn(id, press(fixture.version(id)), physician());
    assertThat(fixture.work(id)).containsExactly("referral.feed-back");
    referrals.feedBack(
        id, new Feedback(null, "住院行 PCI", "双抗一年，每月随访"), press(fixture.version(id)), physician());
    assertThat(fixture.work(id)).containsExactly("referral.read");
    var seen = referrals.view(id, villageDoctor());
    assertThat(seen.feedback()).isEqualTo(new Feedback(null, "住院行 PCI", "双抗一年，每月随访"));
    referrals.close(id, press(fixture.version(id)), villageDoctor());

    assertThat(fixture.work(id)).isEmpty();
    var course = referrals.view(id, villageDoctor()).course();
    assertThat(course)
        .extracting(ReferralView.Course::action)
        .containsExactly(
            ReferralAction.START,
            ReferralAction.EDIT,
            ReferralAction.SEND,
            ReferralAction.ACCEPT,
            ReferralAction.ARRIVE,
            ReferralAction.TAKE_IN,
            ReferralAction.FEED_BACK,
            ReferralAction.CLOSE);
    assertThat(course).allMatch(it -> !it.name().isEmpty() && !it.institution().isEmpty());
  }

  @Test
  @Satisfies("REF-14")
  void theVisitIsTheRegistrationSoNobodyRegistersAgain() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 2));
    var atTheSender = fixture.visit(id);
    fixture.at("08:00");

    referrals.arrive(id, press(fixture.version(id)), desk());

    var atTheHospital = fixture.visit(id, desk());
    assertThat(atTheHospital).isNotNull();
    assertThat(atTheHospital.status()).isEqualTo("arrived");
    assertThat(atTheHospital.number()).isPositive().isEqualTo(atTheSender.number());
    assertThat(atTheHospital.id()).isEqualTo(atTheSender.id());
  }

  @Test
  void theSlotIsTakenInThePressThatSends() {
    var doctor = fixture.clinicTomorrow(1, 3);
    var id = fixture.draft();
    assertThat(fixture.left(doctor)).isEqualTo(3);

    referrals.send(
        id, fixture.free(doctor).getFirst().slot(), press(fixture.version(id)), villageDoctor());

    assertThat(fixture.left(doctor)).isEqualTo(2);
    assertThat(fixture.booked(id)).isEqualTo(1);
  }

  @Test
  void whatIsIncompleteIsNotSentAndTakesNoSlot() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var resident = org.heyi.TestResidents.register(villageDoctor());
    var id =
        drafts.start(
            resident,
            org.heyi.flow.referral.content.ClinicalSummary.EMPTY,
            UUID.randomUUID(),
            villageDoctor());
    var slot = fixture.free(doctor).getFirst().slot();

    assertThatThrownBy(() -> referrals.send(id, slot, press(fixture.version(id)), villageDoctor()))
        .hasMessageContaining("referral.incomplete");
    assertThat(fixture.left(doctor)).isEqualTo(1);
  }

  @Test
  void aReturnedReferralKeepsItsTimeWhileItIsEdited() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.sent(doctor);

    referrals.giveBack(id, TestReferrals.MISSING, "请补充心电图", press(fixture.version(id)), clerk());

    assertThat(fixture.left(doctor)).isZero();
    assertThat(fixture.work(id)).containsExactly("referral.revise");
    var view = referrals.view(id, villageDoctor());
    assertThat(view.last(ReferralAction.RETURN).orElseThrow().note()).isEqualTo("请补充心电图");
    assertThat(view.holdUntil()).isAfter(clock.instant());

    referrals.send(id, null, press(fixture.version(id)), villageDoctor());
    assertThat(fixture.work(id)).containsExactly("referral.review");
    assertThat(fixture.booked(id)).isEqualTo(1);
  }

  @Test
  void movingTakesTheNewTimeAndFreesTheOld() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = fixture.accepted(doctor);
    var before = fixture.visit(id);

    referrals.move(
        id, fixture.free(doctor).getFirst().slot(), press(fixture.version(id)), villageDoctor());

    var after = fixture.visit(id);
    assertThat(after.start()).isAfter(before.start());
    assertThat(fixture.free(doctor))
        .singleElement()
        .satisfies(it -> assertThat(it.start()).isEqualTo(before.start()));
    assertThat(fixture.due(id)).isEqualTo(after.end());
  }

  @Test
  void theReviewIsDueByUrgencyAndBeforeTheVisit() {
    var doctor = fixture.clinicTomorrow(1, 3);
    var urgent = fixture.sent(doctor);
    var emergency = fixture.draft(Urgency.EMERGENCY);
    var routine = fixture.draft(Urgency.ROUTINE);
    var slot = fixture.free(doctor).getFirst().slot();
    referrals.send(emergency, slot, press(fixture.version(emergency)), villageDoctor());
    referrals.send(
        routine,
        fixture.free(doctor).getFirst().slot(),
        press(fixture.version(routine)),
        villageDoctor());

    assertThat(fixture.due(emergency)).isEqualTo(MovableClock.START.plus(Duration.ofHours(1)));
    assertThat(fixture.due(urgent)).isEqualTo(MovableClock.START.plus(Duration.ofHours(4)));
    var visit = fixture.visit(routine);
    assertThat(fixture.due(routine)).isEqualTo(visit.start().minus(Duration.ofHours(12)));
  }

  @Test
  void aVisitNearerThanTheLimitIsNotOverdueAtOnce() {
    var doctor = fixture.clinicTomorrow(1, 2);
    clock.advance(Duration.ofHours(14));
    var urgent = fixture.sent(doctor);
    var routine = fixture.draft(Urgency.ROUTINE);
    referrals.send(
        routine,
        fixture.free(doctor).getFirst().slot(),
        press(fixture.version(routine)),
        villageDoctor());

    assertThat(fixture.due(urgent)).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    assertThat(fixture.due(routine)).isEqualTo(fixture.visit(routine).start());
  }

  @Test
  void aColleagueCannotDecideWhatSomebodyHasClaimed() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var other = TestStaff.another("referral-clerk", TestReferrals.HOSPITAL);
    referrals.claim(id, press(fixture.version(id)), clerk());

    assertThatThrownBy(() -> referrals.accept(id, press(fixture.version(id)), other))
        .hasMessageContaining("referral.claimed-by-other");
    referrals.accept(id, press(fixture.version(id)), clerk());
    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
  }

  @Test
  void aPhysicianGivesAnOpinionAndTheOfficeDecides() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var view = referrals.view(id, clerk());
    assertThat(view.physicians()).containsKey(physician().account());

    referrals.forward(
        id, physician().account(), "是否需要急诊 PCI？", press(fixture.version(id)), clerk());
    assertThat(fixture.work(id)).containsExactly("referral.advise");
    assertThatThrownBy(() -> referrals.accept(id, press(fixture.version(id)), clerk()))
        .hasMessageContaining("referral.not-allowed");
    referrals.advise(id, "建议收住院", press(fixture.version(id)), physician());

    assertThat(fixture.work(id)).containsExactly("referral.review");
    assertThat(referrals.view(id, clerk()).last(ReferralAction.ADVISE).orElseThrow().note())
        .isEqualTo("建议收住院");
    referrals.accept(id, press(fixture.version(id)), clerk());
  }

  @Test
  void theHospitalSeesTheResidentFromTheSendingToTheRefusal() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var resident = referrals.view(id, clerk()).resident().id();
    var hospital = InstitutionId.of(TestReferrals.HOSPITAL);
    assertThat(relationships.live(resident, hospital)).isTrue();
    assertThat(referrals.view(id, clerk()).summary()).isNotNull();

    referrals.refuse(id, Set.of("not-indicated"), "可在基层处理", press(fixture.version(id)), clerk());

    assertThat(relationships.live(resident, hospital)).isFalse();
    assertThat(referrals.view(id, clerk()).summary()).isNull();
    assertThat(referrals.view(id, clerk()).course()).allMatch(it -> it.note().isEmpty());
    assertThat(referrals.view(id, villageDoctor()).last(ReferralAction.REFUSE).orElseThrow().note())
        .contains("可在基层处理");
    assertThat(referrals.view(id, villageDoctor()).summary()).isNotNull();
  }

  @Test
  void strangersAndUnknownIdsLookAlike() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var stranger = TestStaff.with("village-doctor", "ninghe-dabei-v01");
    var draft = fixture.draft();

    for (Staff by : List.of(stranger, TestStaff.with("schedule-clerk", TestReferrals.HOSPITAL))) {
      assertThatThrownBy(() -> referrals.view(id, by)).hasMessageContaining("referral.not-found");
      assertThatThrownBy(() -> referrals.view(ReferralId.next(), by))
          .hasMessageContaining("referral.not-found");
      assertThatThrownBy(() -> referrals.accept(id, press(fixture.version(id)), by))
          .hasMessageContaining("referral.not-found");
    }
    assertThatThrownBy(() -> referrals.view(draft, clerk()))
        .hasMessageContaining("referral.not-found");
  }

  @Test
  void theHeadOfTheHealthCentreSeesWhatItsClinicsSent() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var head = TestStaff.with("institution-head", "ninghe-yuelong");

    assertThat(referrals.view(id, head).actions(head)).isEmpty();
  }

  @Test
  void aSenderIsWarnedOfAnotherReferralToTheDepartment() {
    var doctor = fixture.clinicTomorrow(1, 2);
    var first = fixture.sent(doctor);
    var resident = referrals.view(first, villageDoctor()).resident().id();
    var second = drafts.start(resident, fixture.summary(), UUID.randomUUID(), villageDoctor());
    drafts.request(
        second,
        TestReferrals.request(Urgency.URGENT),
        press(fixture.version(second)),
        villageDoctor());

    assertThat(drafts.warnings(second, villageDoctor()))
        .singleElement()
        .satisfies(it -> assertThat(it.state()).isEqualTo(ReferralState.SENT));
    referrals.withdraw(first, "居民改变主意", press(fixture.version(first)), villageDoctor());
    assertThat(drafts.warnings(second, villageDoctor())).isEmpty();
  }

  @Test
  void whatWasDoneOnPaperIsEnteredLaterWithItsOwnTime() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    fixture.at("10:00");
    var paper = new OnPaper(clock.instant().minus(Duration.ofHours(2)), "分诊台 王");

    referrals.arrive(id, new Press(UUID.randomUUID(), fixture.version(id), paper), desk());

    var step = referrals.view(id, desk()).course().getLast();
    assertThat(step.happened()).isEqualTo(paper.happened());
    assertThat(step.happenedBy()).isEqualTo("分诊台 王");
    var future = new OnPaper(clock.instant().plusSeconds(60), "王");
    assertThatThrownBy(() ->
            referrals.takeIn(
                id, new Press(UUID.randomUUID(), fixture.version(id), future), physician()))
        .hasMessageContaining("referral.paper-time");
  }
}
