package org.heyi.platform.shared;

import java.util.Locale;

/// 职责: what a post may do, e.g. send a referral.
///
/// Each room declares its duties as an enum; `roles.yaml` says which role has which, and how far it
/// reaches.
public interface Duty {

  /// The constant's name; an enum has it.
  String name();

  /// `ReferralDuty.SEND` → `referral.send`.
  default String code() {
    var room = getClass().getSimpleName().replaceFirst("Duty$", "");
    return room.toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
