package org.heyi.platform.work;

import static org.heyi.platform.work.WorkProblem.NOT_A_SUPERVISOR;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.WorkSubjects.Within;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 督办: the work of others, as far as a caller's duty to supervise reaches.
@Component
class Supervision {

  private static final int MOST = 200;

  private final SupervisionStore store;
  private final ObjectProvider<WorkSubjects> rooms;

  Supervision(SupervisionStore store, ObjectProvider<WorkSubjects> rooms) {
    this.store = store;
    this.rooms = rooms;
  }

  boolean reaches(Staff by, InstitutionId institution) {
    return reached(by, Set.of(institution)).contains(institution);
  }

  /// Those of `institutions` that the caller supervises.
  Set<InstitutionId> reached(Staff by, Set<InstitutionId> institutions) {
    return institutions.isEmpty()
        ? Set.of()
        : by.scope(WorkDuty.SUPERVISE)
            .map(scope -> store.reached(new Within(by.institution(), scope), institutions))
            .orElse(Set.of());
  }

  Page<WorkItem> overdue(Instant now, PageQuery page, Staff by) {
    return store.overdue(now, within(by), page);
  }

  Page<WorkItem> unowned(Instant now, PageQuery page, Staff by) {
    return store.unowned(now, within(by), page);
  }

  List<WorkSubjects.Forgotten> forgotten(Staff by) {
    var within = within(by);
    return rooms.stream()
        .flatMap(it -> it.withoutItem(within, MOST).stream())
        .sorted(Comparator.comparing(WorkSubjects.Forgotten::since))
        .toList();
  }

  Supervised counts(Instant now, Staff by) {
    return new Supervised(
        store.countOverdue(now, within(by)), store.countUnowned(within(by)), forgotten(by).size());
  }

  private static Within within(Staff by) {
    return new Within(
        by.institution(), by.scope(WorkDuty.SUPERVISE).orElseThrow(NOT_A_SUPERVISOR::with));
  }
}
