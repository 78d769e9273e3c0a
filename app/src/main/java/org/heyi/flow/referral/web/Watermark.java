package org.heyi.flow.referral.web;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.InstitutionNames;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// 水印: who printed a page, where and when.
@Component
class Watermark {

  private final InstitutionNames names;

  Watermark(InstitutionNames names) {
    this.names = names;
  }

  String of(Staff staff, Instant now, Words words) {
    var at = names.of(List.of(staff.institution())).getOrDefault(staff.institution(), "");
    return words.of("referral.watermark", at, staff.name(), now);
  }
}
