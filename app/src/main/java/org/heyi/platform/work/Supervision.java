package org.heyi.platform.work;

import static org.heyi.platform.work.WorkProblem.NOT_A_SUPERVISOR;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.SupervisionStore.Reached;
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
    return by.scope(WorkDuty.SUPERVISE)
        .map(scope -> store.reaches(new Reached(by.institution(), scope), institution))
        .orElse(false);
  }

  Page<WorkItem> overdue(Instant now, PageQuery page, Staff by) {
    return store.overdue(now, reached(by), page);
  }

  Page<WorkItem> unowned(PageQuery page, Staff by) {
    return store.unowned(reached(by), page);
  }

  List<WorkSubjects.Forgotten> forgotten(Staff by) {
    var institutions = store.institutions(reached(by));
    return rooms.stream()
        .flatMap(it -> it.withoutItem(MOST).stream())
        .filter(it -> institutions.contains(it.institution()))
        .sorted(Comparator.comparing(WorkSubjects.Forgotten::since))
        .toList();
  }

  Supervised counts(Instant now, Staff by) {
    return new Supervised(
        overdue(now, PageQuery.first(), by).total(),
        unowned(PageQuery.first(), by).total(),
        forgotten(by).size());
  }

  private static Reached reached(Staff by) {
    return new Reached(
        by.institution(), by.scope(WorkDuty.SUPERVISE).orElseThrow(NOT_A_SUPERVISOR::with));
  }
}
