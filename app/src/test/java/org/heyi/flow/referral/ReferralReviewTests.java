package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.list.ReviewTallies;
import org.heyi.flow.referral.list.ReviewTally;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 审核: reasonableness and conformity of each review, in the course and counted per sender.
@HeyiTest
class ReferralReviewTests {

  @Autowired Referrals referrals;
  @Autowired ReviewTallies tallies;
  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;
  @Autowired MovableClock clock;

  @BeforeEach
  void today() {
    clock.set(MovableClock.START);
  }

  private Review reviewed(ReferralId id, ReferralAction action) {
    var step = referrals.view(id, villageDoctor()).last(action).orElseThrow();
    return Objects.requireNonNull(step.review());
  }

  @Test
  @Satisfies("REF-04")
  void whatComesBackSaysWhereItDidNotPass() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    referrals.giveBack(
        id, Set.of("results-missing", "summary-incomplete"), "请补充", press(3), clerk());

    var review = reviewed(id, ReferralAction.RETURN);
    assertThat(review.reasonable()).isTrue();
    assertThat(review.conforming()).isFalse();
    assertThat(review.reasons())
        .extracting(ReviewReason::code)
        .containsExactly("results-missing", "summary-incomplete");
    assertThat(pages.get("/referrals/" + id, villageDoctor(), "en"))
        .bodyText()
        .contains("Needed results of examinations are missing", "not passed");

    referrals.send(id, null, press(fixture.version(id)), villageDoctor());
    referrals.accept(id, press(fixture.version(id)), clerk());

    assertThat(reviewed(id, ReferralAction.ACCEPT)).isEqualTo(Review.PASSED);
    assertThat(referrals.view(id, villageDoctor()).last(ReferralAction.SEND).orElseThrow().review())
        .isNull();
  }

  @Test
  void aReasonMustFitTheStepAndOtherMustBeSaidInWords() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    refused(id, Set.of(), "原因", "referral.unknown-reason");
    refused(id, Set.of("results-missing"), "原因", "referral.unknown-reason");
    refused(id, Set.of("duplicate", "no-such"), "原因", "referral.unknown-reason");
    refused(id, Set.of("other-conformity"), " ", "referral.text-needed");

    referrals.refuse(id, Set.of("duplicate", "not-indicated"), "", press(3), clerk());
    var review = reviewed(id, ReferralAction.REFUSE);
    assertThat(review.reasonable()).isFalse();
    assertThat(review.conforming()).isFalse();
  }

  private void refused(ReferralId id, Set<String> reasons, String why, String code) {
    assertThatThrownBy(() -> referrals.refuse(id, reasons, why, press(3), clerk()))
        .hasMessageContaining(code);
    assertThat(fixture.state(id)).isEqualTo("SENT");
  }

  @Test
  @Satisfies("REF-04")
  void theOfficeSeesPerSenderWhatCameBackAndWhy() {
    var doctor = fixture.clinicTomorrow(1, 3);
    var sender = TestStaff.with("village-doctor", "ninghe-yuelong-v07");
    var before = tally(sender);
    referrals.accept(sentBy(sender, doctor), press(3), clerk());
    referrals.giveBack(sentBy(sender, doctor), Set.of("results-missing"), "请补充", press(3), clerk());
    referrals.refuse(
        sentBy(sender, doctor), Set.of("duplicate", "not-indicated"), "", press(3), clerk());

    var now = Objects.requireNonNull(tally(sender));

    assertThat(before).isNull();
    assertThat(now.reviewed()).isEqualTo(3);
    assertThat(now.accepted()).isEqualTo(1);
    assertThat(now.returned()).isEqualTo(1);
    assertThat(now.refused()).isEqualTo(1);
    assertThat(now.unreasonable()).isEqualTo(1);
    assertThat(now.nonconforming()).isEqualTo(2);
    assertThat(now.reasons().keySet())
        .extracting(ReviewReason::code)
        .containsExactlyInAnyOrder("results-missing", "duplicate", "not-indicated");
    assertThat(pages.get("/referrals/reviews?month=" + month(), clerk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains(now.senderName(), "缺少必要的检查检验结果 × 1");
    assertThat(tallies.of(month(), villageDoctor())).isEmpty();
    assertThat(tallies.of(month().minusMonths(1), clerk()))
        .noneMatch(it -> it.sender().equals(sender.institution().value()));
  }

  private ReferralId sentBy(Staff sender, String doctor) {
    var request = TestReferrals.request(HOSPITAL, TestReferrals.DEPARTMENT, Urgency.URGENT);
    var id = fixture.draft(request, sender);
    var slot = fixture.free(HOSPITAL, TestReferrals.DEPARTMENT, doctor, sender).getFirst().slot();
    referrals.send(id, slot, press(fixture.version(id)), sender);
    return id;
  }

  private static YearMonth month() {
    return YearMonth.from(MovableClock.START.atZone(Moments.CHINA));
  }

  private @Nullable ReviewTally tally(Staff sender) {
    return tallies.of(month(), clerk()).stream()
        .filter(it -> it.sender().equals(sender.institution().value()))
        .findFirst()
        .orElse(null);
  }
}
