package org.heyi.platform.work;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.heyi.platform.work.WorkProblem.ALREADY_CLAIMED;
import static org.heyi.platform.work.WorkProblem.CHANGED;
import static org.heyi.platform.work.WorkProblem.NOT_FOUND;
import static org.heyi.platform.work.WorkProblem.NOT_OPEN;
import static org.heyi.platform.work.WorkProblem.NOT_YOURS;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.access.DutyHolders;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one place of work items. Other rooms address an item by its subject and kind.
///
/// Lists of other rooms join the view `work.card_item (subject_kind, subject_id, kind, urgency,
/// owner_institution, owner_duty, assignee, assignee_name, claimed_at, remind_at, due_at,
/// escalated_at, version)`, which shows open items only.
///
/// Who gets an item, by claiming or by being given it, holds the duty at that moment and until the
/// commit ([DutyHolders#keep]); so nobody who leaves is left with any.
///
/// Opening, passing and closing are parts of another room's command, which audits itself.
@Service
@Transactional
public class Work {

  private final WorkStore store;
  private final StepStore steps;
  private final Supervision supervision;
  private final DutyHolders holders;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Work(
      WorkStore store,
      StepStore steps,
      Supervision supervision,
      DutyHolders holders,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.supervision = supervision;
    this.holders = holders;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// @throws org.heyi.platform.shared.ProblemException `work.already-open` when the subject has an
  ///   open item of that kind
  public void open(OpenWork item, Staff by) {
    open(item, Doer.of(by));
  }

  /// The same for jobs.
  ///
  /// @param job `room.verb`
  @NoStaffNeeded(because = "clocks act for the house, not for a person")
  public void openByClock(OpenWork item, String job) {
    open(item, Doer.clock(job));
  }

  private void open(OpenWork item, Doer by) {
    var opened = store.add(given(item), by, clock.instant());
    events.publishEvent(opened);
  }

  /// Hands the open item of `subject` to another owner with a new kind and due time.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `work.not-open` when there is none
  public void pass(Subject subject, String fromKind, OpenWork next, Staff by) {
    pass(subject, fromKind, next, Doer.of(by));
  }

  @NoStaffNeeded(because = "clocks act for the house, not for a person")
  public void passByClock(Subject subject, String fromKind, OpenWork next, String job) {
    pass(subject, fromKind, next, Doer.clock(job));
  }

  private void pass(Subject subject, String fromKind, OpenWork next, Doer by) {
    var item = find(subject, fromKind).orElseThrow(() -> NOT_OPEN.with());
    events.publishEvent(store.pass(item, given(next), by, clock.instant()));
  }

  /// Work given to somebody who cannot do it any more goes to all who can.
  private OpenWork given(OpenWork item) {
    var owner = item.owner();
    return owner.assignee() == null || holders.keep(owner.assignee(), needed(owner))
        ? item
        : item.to(WorkOwner.of(owner.institution(), owner.duty()));
  }

  private static DutyAt needed(WorkOwner owner) {
    return new DutyAt(owner.institution(), owner.duty());
  }

  /// Takes the item for oneself; `work.already-claimed` when somebody else has it.
  public void claim(Subject subject, String kind, Staff by) {
    claim(seen(find(subject, kind).orElseThrow(() -> NOT_FOUND.with()), by), by);
  }

  /// The same from the inbox. Claiming what one has is no error; what somebody changed since the
  /// reader saw it is.
  public WorkItem claim(WorkItemId id, int version, Staff by) {
    var item = item(id, by);
    var mine = item.isOf(by) && item.claimedAt() != null;
    if (!mine && item.isFree() && item.version() != version) {
      throw CHANGED.with();
    }
    claim(item, by);
    audit.record(by, entry("work.claimed", item, by));
    return item;
  }

  private void claim(WorkItem item, Staff by) {
    if (item.isOf(by) && item.claimedAt() != null) {
      return;
    }
    if (!holders.keep(by.account(), needed(item.owner()))) {
      throw CHANGED.with();
    }
    if (!WorkAction.of(item, by, false).contains(WorkAction.CLAIM)
        || !store.claim(item, by, clock.instant())) {
      var now = find(item.id()).orElseThrow(() -> NOT_OPEN.with());
      throw ALREADY_CLAIMED.with(now.assigneeName());
    }
  }

  public void release(Subject subject, String kind, Staff by) {
    release(seen(find(subject, kind).orElseThrow(() -> NOT_FOUND.with()), by), by);
  }

  /// The same from the inbox; supervisors may give back what others have. Giving back what nobody
  /// has is no error.
  public WorkItem release(WorkItemId id, int version, Staff by) {
    var item = item(id, by);
    if (!item.isFree() && item.version() != version) {
      throw CHANGED.with();
    }
    release(item, by);
    audit.record(by, entry("work.released", item, by));
    return item;
  }

  private void release(WorkItem item, Staff by) {
    if (item.isFree()) {
      return;
    }
    var supervises = supervision.reaches(by, item.owner().institution());
    if (!WorkAction.of(item, by, supervises).contains(WorkAction.RELEASE)
        || !store.release(item, by, clock.instant())) {
      throw NOT_YOURS.with(item.assigneeName());
    }
  }

  /// Moves the due time, e.g. when an appointment moved. A time that lies ahead again reminds and
  /// escalates again.
  public void redate(Subject subject, String kind, Instant remindAt, Instant due, Staff by) {
    var item = find(subject, kind).orElseThrow(() -> NOT_OPEN.with());
    store.redate(item, remindAt, due, Doer.of(by), clock.instant());
  }

  /// Closes the open item of that kind; without one it does nothing.
  public void close(Subject subject, String kind, Staff by) {
    close(subject, kind, Doer.of(by));
  }

  @NoStaffNeeded(because = "clocks act for the house, not for a person")
  public void closeByClock(Subject subject, String kind, String job) {
    close(subject, kind, Doer.clock(job));
  }

  private void close(Subject subject, String kind, Doer by) {
    find(subject, kind).ifPresent(it -> store.close(it, by, clock.instant()));
  }

  /// What waits for the caller: items of his institution whose duty he has.
  public Page<WorkItem> inbox(WorkQuery query, PageQuery page, Staff by) {
    return store.inbox(query, clock.instant(), page, by);
  }

  /// One open item that is the caller's to take, or that he supervises.
  public WorkItem item(WorkItemId id, Staff by) {
    return seen(find(id).orElseThrow(() -> NOT_FOUND.with()), by);
  }

  /// How many wait for the caller, by kind, most urgent kind first.
  public List<WorkCount> counts(Staff by) {
    return store.counts(clock.instant(), by);
  }

  public long waiting(Staff by) {
    return store.waiting(clock.instant(), by);
  }

  /// What may be done with each item of a list.
  public Map<WorkItemId, Set<WorkAction>> actions(Collection<WorkItem> items, Staff by) {
    var owners =
        items.stream()
            .filter(it -> !it.isFree())
            .map(it -> it.owner().institution())
            .collect(toSet());
    var supervised = supervision.reached(by, owners);
    return items.stream()
        .collect(
            toMap(
                WorkItem::id,
                it -> WorkAction.of(it, by, supervised.contains(it.owner().institution()))));
  }

  /// Overdue items within the caller's supervision.
  public Page<WorkItem> overdue(PageQuery page, Staff by) {
    return supervision.overdue(clock.instant(), page, by);
  }

  /// Items within the caller's supervision that nobody can take: no one at the institution has the
  /// duty today, or the person who has the item has left.
  public Page<WorkItem> unowned(PageQuery page, Staff by) {
    return supervision.unowned(clock.instant(), page, by);
  }

  /// Open subjects of all rooms without an open item, within the caller's supervision.
  public List<WorkSubjects.Forgotten> forgotten(Staff by) {
    return supervision.forgotten(by);
  }

  /// How many overdue, unowned and forgotten together, for the home page.
  public Supervised supervised(Staff by) {
    return supervision.counts(clock.instant(), by);
  }

  /// The subject's way through the house, oldest step first.
  @NoStaffNeeded(because = "the room that owns the subject has decided that the caller may see it")
  public List<WorkStep> trail(Subject subject) {
    return steps.of(subject);
  }

  private Optional<WorkItem> find(Subject subject, String kind) {
    return store.find(subject, kind, clock.instant());
  }

  private Optional<WorkItem> find(WorkItemId id) {
    return store.find(id, clock.instant());
  }

  private static AuditEntry entry(String action, WorkItem item, Staff by) {
    var entry = AuditEntry.of(action, item.subject()).with("kind", item.kind());
    var holder = item.owner().assignee();
    return holder != null && item.isDeputisedBy(by) ? entry.with("acting-for", holder) : entry;
  }

  /// What one does not see, one does not know of.
  private WorkItem seen(WorkItem item, Staff by) {
    if (item.concerns(by) || supervision.reaches(by, item.owner().institution())) {
      return item;
    }
    throw NOT_FOUND.with();
  }
}
