package org.heyi.platform.work;

import java.util.UUID;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// Who does something to an item: a person, or a clock by its job's name.
record Doer(@Nullable UUID account, String name) {

  static Doer of(Staff staff) {
    return new Doer(staff.account().value(), staff.name());
  }

  static Doer clock(String job) {
    return new Doer(null, job);
  }
}
