package org.heyi.flow.referral.list;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 审核情况: what the caller's hospital found of the referrals of each sender; no resident is named.
@Service
@Transactional(readOnly = true)
public class ReviewTallies {

  private final ReviewTallyStore store;

  ReviewTallies(ReviewTallyStore store) {
    this.store = store;
  }

  /// Empty for who neither reviews nor oversees.
  public List<ReviewTally> of(YearMonth month, Staff by) {
    return by.may(ReferralDuty.REVIEW) || by.may(ReferralDuty.OVERSEE)
        ? store.tallies(by.institution(), start(month), start(month.plusMonths(1)))
        : List.of();
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(Moments.CHINA).toInstant();
  }
}
