package org.heyi.platform.work;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// 待办事项: one open item as it may be shown.
///
/// @param owner with the person it was given to or who claimed it
/// @param assigneeName that person's name, or empty
/// @param claimedAt when that person took it, or null while it is free or only given
/// @param escalatedAt when the owner's head was told that it is overdue, or null
/// @param deputy who stands in today for the person who has it, or null
public record WorkItem(
    WorkItemId id,
    Subject subject,
    String kind,
    String title,
    String path,
    WorkOwner owner,
    String assigneeName,
    @Nullable Instant claimedAt,
    int urgency,
    Instant remindAt,
    Instant due,
    Instant openedAt,
    @Nullable Instant escalatedAt,
    @Nullable AccountId deputy,
    int version) {

  /// Nobody has it yet.
  public boolean isFree() {
    return owner.assignee() == null;
  }

  public boolean isOf(Staff staff) {
    return staff.account().equals(owner.assignee());
  }

  /// With somebody for whom this one stands in today.
  public boolean isDeputisedBy(Staff staff) {
    return staff.account().equals(deputy) && !isOf(staff);
  }

  /// Holds the owner's duty at the owner's institution.
  boolean concerns(Staff staff) {
    return staff.institution().equals(owner.institution())
        && staff.duties().containsKey(owner.duty());
  }
}
