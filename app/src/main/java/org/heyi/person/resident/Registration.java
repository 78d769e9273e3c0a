package org.heyi.person.resident;

import org.heyi.platform.shared.ResidentId;

/// 登记结果: a new person, or one who had been registered already.
public sealed interface Registration {

  ResidentId id();

  record Made(ResidentId id) implements Registration {}

  /// Number and name agree with somebody who is there; the institution now has a relationship.
  record Known(ResidentId id) implements Registration {}
}
