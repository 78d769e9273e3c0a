package org.heyi.platform.audit;

import static org.heyi.platform.audit.AuditProblem.NOT_A_REVIEWER;
import static org.heyi.platform.audit.AuditProblem.NOT_FOUND;

import java.time.Clock;
import java.util.UUID;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one door of the audit log.
@Service
@Transactional
public class Audit {

  private final AuditStore store;
  private final Verifier verifier;
  private final Clock clock;

  Audit(AuditStore store, Verifier verifier, Clock clock) {
    this.store = store;
    this.verifier = verifier;
    this.clock = clock;
  }

  /// Writes the entry in the caller's transaction: what is not recorded did not happen.
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Staff by, AuditEntry entry) {
    store.add(AuditActor.Person.of(by), entry, clock.instant());
  }

  /// Writes a refusal in a transaction of its own, so that it outlives the caller's rollback.
  ///
  /// Inside a transaction it needs a second connection; call it after the rollback where you can.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refused(Staff by, AuditEntry entry, Problem why) {
    store.addRefusal(AuditActor.Person.of(by), entry, why, clock.instant());
  }

  /// For what happens before anybody is signed in; joins the caller's transaction if there is one.
  ///
  /// @param login as typed
  @NoStaffNeeded(because = "sign-in, lock-out and first start happen before there is a Staff")
  public void recordWithoutStaff(String login, AuditEntry entry) {
    store.add(new AuditActor.Login(login), entry, clock.instant());
  }

  /// The same for what was refused, e.g. a wrong password, in a transaction of its own.
  @NoStaffNeeded(because = "sign-in, lock-out and first start happen before there is a Staff")
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refusedWithoutStaff(String login, AuditEntry entry, Problem why) {
    store.addRefusal(new AuditActor.Login(login), entry, why, clock.instant());
  }

  /// For what a job does by the clock, in the job's transaction.
  ///
  /// @param job `room.verb`, e.g. `capacity.release-expired`
  @NoStaffNeeded(because = "clocks act for the house, not for a person")
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordByClock(String job, AuditEntry entry) {
    store.add(new AuditActor.Clockwork(job), entry, clock.instant());
  }

  /// One page of the log, newest first. Reading it is itself recorded.
  public Page<AuditView> search(AuditQuery query, PageQuery page, Staff by) {
    var reach = reach(by);
    var rows = store.search(query, reach, page);
    var resident = query.resident();
    var entry =
        AuditEntry.of("audit.searched", Subject.of("audit", by.area()))
            .with("from", query.from())
            .with("until", query.until())
            .with("total", rows.total());
    record(by, resident == null ? entry : entry.about(resident));
    return rows;
  }

  /// One entry. Reading it is itself recorded.
  public AuditView entry(UUID id, Staff by) {
    var found = store.find(id, reach(by)).orElseThrow(() -> NOT_FOUND.with());
    record(by, AuditEntry.of("audit.viewed", Subject.of("audit", id)).about(found.residents()));
    return found;
  }

  /// Who looked at or changed one resident's data, newest first.
  @NoStaffNeeded(because = "residents may know who saw their data; the portal knows who asks")
  public Page<AuditView> about(ResidentId resident, PageQuery page) {
    return store.about(resident, page);
  }

  /// Refuses whoever is no reviewer.
  public void mayReview(Staff by) {
    reach(by);
  }

  /// How far the log is sealed, and what the last check showed.
  public ChainStatus status(Staff by) {
    reach(by);
    return verifier.status();
  }

  /// Compares every entry with the sealed chain and with the anchors this node has kept.
  public Verification verify(Staff by) {
    reach(by);
    var result = verifier.verify();
    record(
        by,
        AuditEntry.of("audit.verified", Subject.of("audit", "chain"))
            .with("verified", result.verified())
            .with("whole", result instanceof Verification.Whole));
    return result;
  }

  /// The same for the command line.
  @NoStaffNeeded(because = "whoever may start a command on the server may check its log")
  public Verification verify() {
    return verifier.verify();
  }

  private static Reach reach(Staff by) {
    var scope = by.scope(AuditDuty.REVIEW).orElseThrow(NOT_A_REVIEWER::with);
    return new Reach(by.area(), scope == Scope.AREA ? null : by.institution());
  }
}
