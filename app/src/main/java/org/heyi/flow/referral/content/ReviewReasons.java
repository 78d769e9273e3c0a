package org.heyi.flow.referral.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The reasons of a review, from `referral/review-reasons.psv`.
@Component
public class ReviewReasons {

  private static final int COLUMNS = 6;
  private final List<ReviewReason> reasons =
      DataFile.rows("referral/review-reasons.psv", COLUMNS).stream()
          .map(ReviewReasons::reason)
          .toList();

  private static ReviewReason reason(List<String> row) {
    return new ReviewReason(
        row.get(0),
        ReviewAspect.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
        Set.of(row.get(2).split(" ", -1)),
        row.get(3).equals("yes"),
        row.get(4),
        row.get(5));
  }

  public List<ReviewReason> all() {
    return reasons;
  }

  public Optional<ReviewReason> find(String code) {
    return reasons.stream().filter(it -> it.code().equals(code)).findFirst();
  }
}
