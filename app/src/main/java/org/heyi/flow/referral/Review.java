package org.heyi.flow.referral;

import java.util.Collection;
import java.util.List;
import org.heyi.flow.referral.content.ReviewAspect;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.flow.referral.content.ReviewReasons;

/// 审核结论: what the hospital found of a referral's reasonableness and conformity (宁河 §十五).
///
/// @param reasons what spoke against it; none when it passed in both
public record Review(boolean reasonable, boolean conforming, List<ReviewReason> reasons) {

  static final Review PASSED = new Review(true, true, List.of());

  public Review {
    reasons = List.copyOf(reasons);
  }

  static Review against(List<ReviewReason> reasons) {
    return new Review(
        reasons.stream().noneMatch(it -> it.aspect() == ReviewAspect.REASONABLENESS),
        reasons.stream().noneMatch(it -> it.aspect() == ReviewAspect.CONFORMITY),
        reasons);
  }

  /// @param codes at least one, each a reason for the action
  static Review against(ReferralAction action, Collection<String> codes, ReviewReasons list) {
    if (codes.isEmpty()) {
      throw ReferralProblem.UNKNOWN_REASON.with();
    }
    return against(
        codes.stream()
            .distinct()
            .sorted()
            .map(code ->
                list.find(code)
                    .filter(it -> it.fits(action.code()))
                    .orElseThrow(() -> ReferralProblem.UNKNOWN_REASON.with()))
            .toList());
  }

  /// The words that go with it; some reasons say nothing without.
  String note(String words) {
    return words.isBlank() && reasons.stream().noneMatch(ReviewReason::explained)
        ? ""
        : Referrals.text(words);
  }
}
