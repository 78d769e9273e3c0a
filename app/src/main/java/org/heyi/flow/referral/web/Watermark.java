package org.heyi.flow.referral.web;

import java.time.Instant;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;

/// 水印: who printed a page and when.
final class Watermark {

  static String of(Staff staff, Instant now, Words words) {
    return words.of("referral.watermark", staff.name(), now);
  }

  private Watermark() {}
}
