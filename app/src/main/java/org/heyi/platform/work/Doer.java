package org.heyi.platform.work;

import java.util.UUID;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// Who does something to an item: a person, or a clock by its job's name.
///
/// @param actingFor the name of the one who has the item and for whom this person stands in, or
///   null
record Doer(@Nullable UUID account, String name, @Nullable String actingFor) {

  static Doer of(Staff staff) {
    return new Doer(staff.account().value(), staff.name(), null);
  }

  Doer doing(WorkItem item) {
    var deputises =
        account != null && item.deputy() != null && account.equals(item.deputy().value());
    return deputises ? new Doer(account, name, item.assigneeName()) : this;
  }

  static Doer clock(String job) {
    return new Doer(null, job, null);
  }
}
