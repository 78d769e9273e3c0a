package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkSubjects.Within;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A referral that nobody is asked to do anything about is found by those who reach it.
@HeyiTest
class ForgottenReferralsTests {

  @Autowired ForgottenReferrals forgotten;
  @Autowired TestReferrals fixture;
  @Autowired Work work;

  /// A supervisor elsewhere asks for few: those of other areas do not take the places of his own.
  @Test
  void oneAsksOnlyWithinOnesReach() {
    var id = fixture.sent(fixture.clinicTomorrow(2, 2));
    work.close(Referrals.subject(id), "referral.review", villageDoctor());
    var elsewhere = TestStaff.with("commission-officer", "taicang-shiyiyuan");

    assertThat(forgotten.withoutItem(within(elsewhere.institution()), 1)).isEmpty();
    assertThat(forgotten.withoutItem(within(InstitutionId.of(TestReferrals.HOSPITAL)), 200))
        .extracting(it -> it.subject())
        .contains(Referrals.subject(id));
    assertThat(work.forgotten(elsewhere))
        .noneMatch(it -> it.subject().equals(Referrals.subject(id)));
  }

  private static Within within(InstitutionId viewer) {
    return new Within(viewer, Scope.AREA);
  }
}
