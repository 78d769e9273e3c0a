package org.heyi.flow.referral.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.heyi.platform.shared.Moments;

/// When it happened, as written on the paper: the time is China's.
final class PaperTime {

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

  private PaperTime() {}
}
