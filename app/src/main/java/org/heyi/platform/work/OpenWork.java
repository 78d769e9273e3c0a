package org.heyi.platform.work;

import java.time.Instant;
import org.heyi.platform.shared.Subject;

/// 开立待办: a new item. One subject has at most one open item of a kind (constraint).
///
/// @param kind what is to be done, a word key, e.g. `referral.review`
/// @param title arguments-free short text without names of residents, e.g. the department
/// @param path where it is done, e.g. `/referrals/0190…`
/// @param urgency 0 emergency, 1 urgent, 2 routine
/// @param remindAt when to remind the owner, before due
public record OpenWork(
    Subject subject,
    String kind,
    String title,
    String path,
    WorkOwner owner,
    int urgency,
    Instant remindAt,
    Instant due) {

  OpenWork to(WorkOwner other) {
    return new OpenWork(subject, kind, title, path, other, urgency, remindAt, due);
  }
}
