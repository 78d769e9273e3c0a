package org.heyi.platform.work;

import java.util.List;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;

/// What waits for somebody, the oldest first, however much else there is.
final class TestInbox {

  private static final PageQuery ALL = new PageQuery(1, 200, "opened", true);

  static List<Subject> of(Work work, Staff staff) {
    return rows(work, staff).stream().map(WorkItem::subject).toList();
  }

  static WorkItem find(Work work, Staff staff, Subject subject) {
    return rows(work, staff).stream()
        .filter(it -> it.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static List<WorkItem> rows(Work work, Staff staff) {
    return work.inbox(WorkQuery.waiting(), ALL, staff).rows();
  }

  private TestInbox() {}
}
