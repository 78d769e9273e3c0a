package org.heyi.flow.referral;

import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;

/// 系统时钟: who acts when a time runs out or a clinic stops. It may give slots back and nothing else;
/// the audit log knows it as a job.
final class Clockwork {

  static final String JOB = "referral.watch-times";
  static final String NAME = "—";
  private static final UUID NOBODY = new UUID(0, 0);

  static Staff of(Referral it) {
    var origin = it.origin();
    return new Staff(
        new AccountId(NOBODY),
        NAME,
        new PostId(NOBODY),
        "clock",
        origin.sender(),
        origin.area(),
        Map.of("capacity.book", Scope.OWN));
  }

  static boolean is(Staff by) {
    return by.account().value().equals(NOBODY);
  }

  private Clockwork() {}
}
