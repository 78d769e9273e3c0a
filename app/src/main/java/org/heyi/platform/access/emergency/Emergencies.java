package org.heyi.platform.access.emergency;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.Names;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 紧急访问 (break the glass): looking at a resident whom one's institution has nothing to do with,
/// with a reason, for a limited time, judged afterwards.
@Service
@Transactional
public class Emergencies {

  private static final int LONGEST = 500;

  private final EmergencyStore store;
  private final Relationships relationships;
  private final Names names;
  private final AccessSettings settings;
  private final Audit audit;
  private final Clock clock;

  Emergencies(
      EmergencyStore store,
      Relationships relationships,
      Names names,
      AccessSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.relationships = relationships;
    this.names = names;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whether there is such a resident is not said: the answer is the same for an id nobody has.
  ///
  /// @return until when the institution may look
  public Instant breakGlass(ResidentId resident, String why, Staff by) {
    check(by);
    var reason = why.strip();
    if (reason.codePointCount(0, reason.length()) < settings.emergencyReason()) {
      throw EmergencyProblem.REASON_TOO_SHORT.with(settings.emergencyReason());
    }
    var now = clock.instant();
    var until = now.plus(settings.emergency());
    var id = EmergencyId.next();
    var subject = Subject.of("emergency", id);
    store.add(id, resident, cut(reason), now, until, by);
    relationships.begin(RelationshipKind.EMERGENCY, resident, by.institution(), subject, until, by);
    audit.record(
        by, AuditEntry.of("access.glass-broken", subject).about(resident).with("until", until));
    return until;
  }

  /// Whether the caller may break the glass at all.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `emergency.not-your-duty`
  public void check(Staff by) {
    if (!by.may(AccessDuty.BREAK_GLASS)) {
      throw EmergencyProblem.NOT_YOUR_DUTY.with();
    }
  }

  public Page<EmergencyView> list(boolean onlyOpen, PageQuery page, Staff by) {
    var found = store.list(onlyOpen, page, by, scope(by));
    var called =
        names.of(found.rows().stream().map(EmergencyView::institution).collect(Collectors.toSet()));
    audit.record(
        by,
        AuditEntry.of("access.emergencies-listed", Subject.of("area", by.area()))
            .about(found.rows().stream().map(EmergencyView::resident).toList()));
    var rows =
        found.rows().stream()
            .map(it -> it.at(called.getOrDefault(it.institution(), it.institution().value())))
            .toList();
    return new Page<>(rows, found.total(), page);
  }

  public void review(EmergencyId id, Verdict verdict, String note, Staff by) {
    if (!store.sees(id, by, scope(by))) {
      throw EmergencyProblem.NOT_FOUND.with();
    }
    if (!store.review(id, verdict, cut(note.strip()), clock.instant(), by)) {
      throw EmergencyProblem.ALREADY_REVIEWED.with();
    }
    audit.record(
        by,
        AuditEntry.of("access.emergency-reviewed", Subject.of("emergency", id))
            .with("verdict", verdict));
  }

  /// How many wait for a judgement; 0 for who may not judge.
  public long waiting(Staff by) {
    return by.scope(AccessDuty.REVIEW_EMERGENCY).map(it -> store.open(by, it)).orElse(0L);
  }

  private static Scope scope(Staff by) {
    return by.scope(AccessDuty.REVIEW_EMERGENCY).orElseThrow(EmergencyProblem.NOT_YOUR_DUTY::with);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
