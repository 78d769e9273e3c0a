package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.access.deputy.NameDeputy;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AB角: a physician who is away was asked for an opinion; the deputy gives it.
@HeyiTest
class DeputyReferralTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;
  @Autowired Referrals referrals;
  @Autowired ReferralLists lists;
  @Autowired Deputyships deputyships;
  @Autowired JdbcClient jdbc;

  Staff absent;
  Staff deputy;
  ReferralId asked;

  @BeforeEach
  void aQuestionToSomebodyWhoIsAway() {
    absent = TestStaff.another("physician", TestReferrals.HOSPITAL);
    deputy = TestStaff.another("physician", TestReferrals.HOSPITAL);
    asked = fixture.sent(fixture.clinicTomorrow(1, 1));
    referrals.forward(
        asked,
        absent.account(),
        "是否需要急诊介入？",
        TestReferrals.press(fixture.version(asked)),
        TestReferrals.clerk());
  }

  @Test
  void theDeputyAnswersAndTheCourseSaysForWhom() {
    assertThatThrownBy(this::advise).hasMessageStartingWith("referral.claimed-by-other");
    assertThat(listed()).isFalse();
    name(0);

    assertThat(listed()).isTrue();
    assertThat(referrals.view(asked, deputy).actions(deputy)).contains(ReferralAction.ADVISE);
    assertThat(text()).contains("您代理" + absent.name());
    advise();

    assertThat(referrals.view(asked, deputy).course())
        .filteredOn(it -> it.action() == ReferralAction.ADVISE)
        .extracting(ReferralView.Course::name, ReferralView.Course::actingFor)
        .containsExactly(tuple(deputy.name(), absent.name()));
    assertThat(text()).contains(deputy.name() + "（代" + absent.name() + "）");
    assertThat(
            jdbc.sql(
                    """
                    select facts ->> 'acting-for' from audit.entry
                     where subject_id = :id and action = 'referral.advise' and account = :by
                    """)
                .param("id", asked.toString())
                .param("by", deputy.account().value())
                .query(String.class)
                .single())
        .isEqualTo(absent.account().toString());
  }

  @Test
  void aDeputyOfTomorrowIsNoneToday() {
    name(1);

    assertThat(listed()).isFalse();
    assertThatThrownBy(this::advise).hasMessageStartingWith("referral.claimed-by-other");
  }

  private void advise() {
    referrals.advise(asked, "可择期", TestReferrals.press(fixture.version(asked)), deputy);
  }

  private boolean listed() {
    return lists
        .inbox(ReferralFilter.NONE, new PageQuery(1, 200, "sent", true), deputy)
        .rows()
        .stream()
        .anyMatch(it -> it.facts().id().equals(asked));
  }

  private String text() {
    return TestBrowser.text(pages.get("/referrals/" + asked, deputy, "zh-CN"));
  }

  private void name(int from) {
    deputyships.name(
        new NameDeputy(
            absent.account(),
            deputy.account(),
            absent.institution(),
            new Period(TODAY.plusDays(from), TODAY.plusDays(from + 2))),
        absent);
  }
}
