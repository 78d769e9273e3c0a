package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.notice.NoticeView;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.TestWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/// The sender's doctor, or the hospital's physician, leaves in the middle of a referral.
@HeyiTest
class LeftReferralsTests {

  private static final DutyAt SENDING = duty(TestReferrals.CLINIC, ReferralDuty.SEND);
  private static final DutyAt ADVISING = duty(TestReferrals.HOSPITAL, ReferralDuty.ADVISE);

  @Autowired TestReferrals fixture;
  @Autowired Drafts drafts;
  @Autowired Referrals referrals;
  @Autowired Departures departures;
  @Autowired Notices notices;
  @Autowired TestWork items;

  Staff system;
  Staff author;
  Staff colleague;

  @BeforeEach
  void people() {
    system = TestStaff.with("system-admin", "ninghe-weijianwei");
    author = TestStaff.another("village-doctor", TestReferrals.CLINIC);
    colleague = TestStaff.another("village-doctor", TestReferrals.CLINIC);
  }

  @Test
  void whatTheHospitalReturnsGoesToWhoTookItOn(Scenario scenario) {
    var id = sent(fixture.clinicTomorrow(1, 1));
    var draft = draft();
    assertThat(open(author)).containsExactlyInAnyOrder("referral.left-draft", "referral.left-open");

    close(author, Map.of(SENDING, colleague.account()));
    scenario
        .stimulate(() ->
            referrals.giveBack(
                id,
                TestReferrals.MISSING,
                "请补充心电图",
                TestReferrals.press(fixture.version(id)),
                TestReferrals.clerk()))
        .andWaitForStateChange(() -> keys(colleague), it -> it.contains("referral.notice.returned"))
        .andVerify(_ -> assertThat(keys(author)).doesNotContain("referral.notice.returned"));

    assertThat(items.holder(Referrals.subject(id))).isEqualTo(colleague.account());
    for (var one : List.of(id, draft)) {
      assertThat(referrals.view(one, colleague).course())
          .filteredOn(it -> it.action() == ReferralAction.HAND_OVER)
          .extracting(ReferralView.Course::note, ReferralView.Course::name)
          .containsExactly(tuple(author.name() + " → " + colleague.name(), system.name()));
    }
    assertThat(open(colleague))
        .containsExactlyInAnyOrder("referral.left-draft", "referral.left-open", "referral.revise");
  }

  @Test
  void withoutAnybodyItGoesToAllWhoSendThere(Scenario scenario) {
    var id = sent(fixture.clinicTomorrow(1, 1));

    close(author, Map.of());
    scenario
        .stimulate(() ->
            referrals.giveBack(
                id,
                TestReferrals.MISSING,
                "请补充心电图",
                TestReferrals.press(fixture.version(id)),
                TestReferrals.clerk()))
        .andWaitForStateChange(() -> keys(colleague), it -> it.contains("referral.notice.returned"))
        .andVerify(_ -> assertThat(keys(author)).doesNotContain("referral.notice.returned"));

    assertThat(items.holder(Referrals.subject(id))).isNull();
    assertThat(fixture.work(id)).containsExactly("referral.revise");
    referrals.withdraw(id, "不再转诊", TestReferrals.press(fixture.version(id)), colleague);
    assertThat(fixture.work(id)).isEmpty();
  }

  /// The news of what ended before is for whoever is there now.
  @Test
  void newsOfAnEndedReferralReachesWhoIsThere(Scenario scenario) {
    var id = sent(fixture.clinicTomorrow(1, 1));
    scenario
        .stimulate(() -> {
          referrals.refuse(
              id,
              Set.of("not-indicated"),
              "可在基层处理",
              TestReferrals.press(fixture.version(id)),
              TestReferrals.clerk());
          close(author, Map.of());
        })
        .andWaitForStateChange(() -> keys(colleague), it -> it.contains("referral.notice.refused"))
        .andVerify(it -> assertThat(it).contains("referral.notice.refused"));
  }

  @Test
  void aPhysicianWhoWasAskedLeavesTheQuestionToAnother() {
    var physician = TestStaff.another("physician", TestReferrals.HOSPITAL);
    var other = TestStaff.another("physician", TestReferrals.HOSPITAL);
    var id = sent(fixture.clinicTomorrow(1, 1));
    referrals.forward(
        id,
        physician.account(),
        "是否需要急诊介入？",
        TestReferrals.press(fixture.version(id)),
        TestReferrals.clerk());

    close(physician, Map.of(ADVISING, other.account()));

    assertThat(items.holder(Referrals.subject(id))).isEqualTo(other.account());
    assertThat(referrals.view(id, other).last(ReferralAction.HAND_OVER).orElseThrow().note())
        .isEqualTo(physician.name() + " → " + other.name());
    referrals.advise(id, "可择期", TestReferrals.press(fixture.version(id)), other);
    assertThat(fixture.work(id)).containsExactly("referral.review");
  }

  private List<String> open(Staff who) {
    return departures.ofAccount(who.account(), AccountAction.CLOSE, system).matters().stream()
        .flatMap(it -> it.open().stream())
        .map(Belongings.Open::what)
        .toList();
  }

  private List<String> keys(Staff reader) {
    return notices.list(false, new PageQuery(1, 200, "", false), reader).rows().stream()
        .map(NoticeView::key)
        .toList();
  }

  private void close(Staff who, Map<DutyAt, AccountId> to) {
    departures.close(who.account(), 0, to, system);
  }

  private ReferralId draft() {
    var resident = TestResidents.register(author);
    var id = drafts.start(resident, fixture.summary(), UUID.randomUUID(), author);
    drafts.request(
        id,
        TestReferrals.request(Urgency.URGENT),
        TestReferrals.press(fixture.version(id)),
        author);
    return id;
  }

  private ReferralId sent(String doctor) {
    var id = draft();
    referrals.send(
        id,
        fixture.free(doctor).getFirst().slot(),
        TestReferrals.press(fixture.version(id)),
        author);
    return id;
  }

  private static DutyAt duty(String institution, ReferralDuty duty) {
    return new DutyAt(InstitutionId.of(institution), duty.code());
  }
}
