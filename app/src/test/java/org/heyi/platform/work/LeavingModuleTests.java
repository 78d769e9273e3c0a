package org.heyi.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.Leaving;
import org.heyi.platform.access.TestDepartures;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.notice.NoticeView;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.WorkStep.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Somebody leaves: what they had goes to colleagues, or back, in the same transaction.
@HeyiTest
class LeavingModuleTests {

  private static final String OFFICE = "leaving-hospital";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final DutyAt REVIEW = duty("referral.review");
  private static final DutyAt ADVISE = duty("referral.advise");

  @Autowired Work work;
  @Autowired Departures departures;
  @Autowired TestDepartures clockwork;
  @Autowired TestWork items;
  @Autowired Accounts accounts;
  @Autowired Notices notices;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  Staff system;
  Staff leaver;
  Staff colleague;

  @BeforeEach
  void people() {
    system = TestStaff.with("system-admin", "leaving-commission");
    leaver = TestStaff.another("referral-clerk", OFFICE);
    colleague = TestStaff.another("referral-clerk", OFFICE);
  }

  @Test
  void whatSomebodyHadGoesToWhoTakesItOn(Scenario scenario) {
    var claimed = items.claimed(leaver);
    var given = items.given(leaver);

    var matters = departures.ofAccount(leaver.account(), AccountAction.CLOSE, system).matters();
    assertThat(matters).extracting(Leaving.Matter::needed).containsExactly(REVIEW);
    assertThat(matters.getFirst().open())
        .extracting("what", "count")
        .containsExactly(tuple("referral.review", 2L));
    assertThat(matters.getFirst().successors())
        .containsKey(colleague.account())
        .doesNotContainKey(leaver.account());
    scenario
        .stimulate(() -> close(Map.of(REVIEW, colleague.account())))
        .andWaitForStateChange(() -> notices.unread(colleague), it -> it == 1)
        .andVerify(_ ->
            assertThat(notices.list(true, PageQuery.first(), colleague).rows())
                .extracting(NoticeView::key, NoticeView::args)
                .containsExactly(tuple("notice.handed-over", List.of(leaver.name(), "2"))));

    for (var subject : List.of(claimed, given)) {
      assertThat(items.holder(subject)).isEqualTo(colleague.account());
      assertThat(work.trail(subject))
          .filteredOn(it -> it.what() == What.HANDED_OVER)
          .extracting(WorkStep::actor, WorkStep::fromName, WorkStep::toName)
          .containsExactly(tuple(system.name(), leaver.name(), colleague.name()));
    }
    assertThat(items.stranded(OFFICE, TODAY)).isZero();
  }

  @Test
  void whatNobodyIsNamedForGoesBackToTheOffice() {
    var subject = items.claimed(leaver);

    close(Map.of());

    assertThat(items.holder(subject)).isNull();
    work.claim(subject, "referral.review", colleague);
    assertThat(items.stranded(OFFICE, TODAY)).isZero();
  }

  @Test
  void onlyWhoHasTheDutyThereTakesOn() {
    var subject = items.claimed(leaver);
    for (var other :
        List.of(
            TestStaff.with("physician", OFFICE),
            TestStaff.with("referral-clerk", "leaving-other"),
            leaver)) {
      assertThatThrownBy(() -> close(Map.of(REVIEW, other.account())))
          .hasMessageStartingWith("access.successor-not-possible");
    }
    assertThatThrownBy(() -> close(Map.of(ADVISE, colleague.account())))
        .hasMessageStartingWith("access.successor-not-possible");
    assertThat(items.holder(subject)).isEqualTo(leaver.account());
    assertThat(accounts.view(leaver.account(), system).state().name()).isEqualTo("OPEN");
  }

  /// Who holds the duty by another post keeps the work.
  @Test
  void anEndedPostTakesAwayOnlyWhatNoOtherPostHolds() {
    var review = items.claimed(leaver);
    var second = clockwork.give(leaver, "physician", OFFICE, null);
    var advise = items.given(leaver, "referral.advise");
    var twin = clockwork.give(leaver, "referral-clerk", OFFICE, "ward");

    end(leaver.post(), TODAY, Map.of());
    assertThat(items.holder(review)).isEqualTo(leaver.account());
    end(twin, TODAY, Map.of());
    assertThat(items.holder(review)).isNull();
    assertThat(items.holder(advise)).isEqualTo(leaver.account());
    end(second, TODAY, Map.of());
    assertThat(items.holder(advise)).isNull();
    assertThat(items.stranded(OFFICE, TODAY)).isZero();
  }

  /// The administrator says today what the clock does on the day.
  @Test
  void aPostThatEndsByItselfHandsOverOnItsDay() {
    var now = items.claimed(leaver);
    end(leaver.post(), TODAY.plusDays(3), Map.of(REVIEW, colleague.account()));
    var later = items.claimed(leaver);

    clock.advance(Duration.ofDays(2));
    clockwork.run();
    assertThat(items.holder(now)).isEqualTo(leaver.account());
    clock.advance(Duration.ofDays(1));
    clockwork.run();
    clockwork.run();

    assertThat(List.of(now, later))
        .allSatisfy(it -> {
          assertThat(items.holder(it)).isEqualTo(colleague.account());
          assertThat(work.trail(it)).filteredOn(step -> step.what() == What.HANDED_OVER).hasSize(1);
        });
    assertThat(items.stranded(OFFICE, TODAY.plusDays(3))).isZero();
  }

  @Test
  void whoWasNamedAndLeftMeanwhileIsPassedOver() {
    var subject = items.claimed(leaver);
    end(leaver.post(), TODAY.plusDays(1), Map.of(REVIEW, colleague.account()));
    departures.close(colleague.account(), 0, Map.of(), system);

    clock.advance(Duration.ofDays(1));
    clockwork.run();

    assertThat(items.holder(subject)).isNull();
  }

  /// A hospital returns to an author who has left: everybody there who may go on gets it.
  @Test
  void nothingIsGivenToWhoHasLeft() {
    departures.close(leaver.account(), 0, Map.of(), system);
    var subject = items.given(leaver);

    assertThat(items.holder(subject)).isNull();
    assertThatThrownBy(() -> work.claim(subject, "referral.review", leaver))
        .hasMessageStartingWith("work.changed");
    assertThat(items.stranded(OFFICE, TODAY)).isZero();
  }

  @Test
  void whoIsAwayForLongHandsOverAndStays() {
    var subject = items.claimed(leaver);

    departures.handOver(leaver.account(), 0, Map.of(REVIEW, colleague.account()), system);

    assertThat(items.holder(subject)).isEqualTo(colleague.account());
    assertThat(items.claimed(leaver)).isNotNull();
    assertThatThrownBy(() ->
            departures.handOver(
                leaver.account(),
                0,
                Map.of(),
                TestStaff.with("security-admin", "leaving-commission")))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() ->
            departures.handOver(
                leaver.account(),
                0,
                Map.of(),
                TestStaff.with("system-admin", "elsewhere-commission")))
        .hasMessageStartingWith("access.account-not-found");
  }

  @Test
  void thePageListsWhatIsOpenAndAsksToWhom() {
    var subject = items.claimed(leaver);
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    var path = "/accounts/" + leaver.account();

    assertThat(TestBrowser.text(browser.get(path))).contains(path + "/close", path + "/hand-over");
    var page = TestBrowser.text(browser.get(path + "/close"));
    assertThat(page)
        .contains("注销账号", "转诊审核", "审核转诊", "退回给所有有此职责的人")
        .contains("name=\"to:leaving-hospital:referral.review\"", colleague.account().toString());
    var form =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "version", "0",
            "to:leaving-hospital:referral.review", colleague.account().toString());
    for (int press = 1; press <= 2; press++) {
      assertThat(browser.post(path + "/close", form)).as("%d", press).hasRedirectedUrl(path);
    }
    assertThat(items.holder(subject)).isEqualTo(colleague.account());
    assertThat(browser.get(path + "/close")).hasStatus(409);
  }

  private void close(Map<DutyAt, AccountId> to) {
    departures.close(leaver.account(), 0, to, system);
  }

  private void end(PostId post, LocalDate until, Map<DutyAt, AccountId> to) {
    departures.end(leaver.account(), post, until, to, system);
  }

  private static DutyAt duty(String code) {
    return new DutyAt(InstitutionId.of(OFFICE), code);
  }
}
