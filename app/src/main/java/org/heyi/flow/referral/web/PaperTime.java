package org.heyi.flow.referral.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.platform.shared.Moments;

/// What can be entered later, and when it happened: the time on the paper is China's.
final class PaperTime {

  private static final Set<ReferralAction> ON_PAPER =
      EnumSet.of(
          ReferralAction.ACCEPT,
          ReferralAction.ARRIVE,
          ReferralAction.NO_SHOW,
          ReferralAction.TAKE_IN);

  /// @param text as a `datetime-local` field sends it, or typed: `2026-05-13 09:30`
  static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          LocalDateTime.parse(text.strip().replaceFirst("[ T]+", "T"))
              .atZone(Moments.CHINA)
              .toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /// The steps of these that may have been done on paper.
  static List<ReferralAction> of(Set<ReferralAction> may) {
    return may.stream().filter(ON_PAPER::contains).toList();
  }

  private PaperTime() {}
}
