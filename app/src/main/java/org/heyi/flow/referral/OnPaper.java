package org.heyi.flow.referral;

import java.time.Instant;

/// 补录: a step that was done on paper while Heyi was out, and is entered later.
///
/// @param happened when it was done
/// @param by who did it, as written on the paper
public record OnPaper(Instant happened, String by) {

  public OnPaper {
    by = by.strip();
  }
}
