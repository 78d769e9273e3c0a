package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.SHARE_BELOW_EXPERT;
import static org.heyi.flow.capacity.CapacityProblem.SHARE_BELOW_OUTPATIENT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.heyi.flow.capacity.QuotaStore.Reason;
import org.heyi.flow.capacity.QuotaStore.Row;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 预留管控: holds the reserved share through every change of what a hospital offers on a day (APT-02).
/// Publishing, stopping, substituting, marking and extra numbers all pass through here.
@Component
class Quotas {

  private final QuotaStore store;
  private final HospitalRules rules;
  private final Audit audit;
  private final Clock clock;

  Quotas(QuotaStore store, HospitalRules rules, Audit audit, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /// Runs the change alone on these days, counts again, and refuses it when a day falls below the
  /// share without a reason.
  void guard(
      InstitutionId hospital,
      Collection<LocalDate> days,
      Reason reason,
      Staff by,
      Runnable change) {
    var ordered = new TreeSet<>(days);
    var before = store.lock(hospital, ordered);
    change.run();
    var shares = shares(hospital, ordered);
    for (var counted : store.count(hospital, ordered)) {
      var share = share(shares, counted.key());
      var was = before.get(counted.key());
      var reasonId = was == null ? null : was.reason();
      var after = quota(counted, share, reasonId);
      if (after.needsReasonAfter(quota(was == null ? counted : was, share, reasonId))) {
        reasonId = accepted(hospital, counted.key().day(), after, reason, by);
      }
      store.save(hospital, counted.key().day(), after, after.below() ? reasonId : null);
    }
  }

  private UUID accepted(
      InstitutionId hospital, LocalDate day, Quota quota, Reason reason, Staff by) {
    if (reason.text().isBlank()) {
      var problem =
          switch (quota.basis()) {
            case EXPERT -> SHARE_BELOW_EXPERT;
            case OUTPATIENT -> SHARE_BELOW_OUTPATIENT;
          };
      throw problem.with(day, quota.offered(), quota.reserved(), quota.required(), quota.missing());
    }
    audit.record(
        by,
        AuditEntry.of("capacity.share-below-accepted", Subject.of("quota", hospital + "/" + day))
            .with("basis", quota.basis().word())
            .with("change", reason.change())
            .with("reserved", quota.reserved())
            .with("required", quota.required()));
    return store.addReason(hospital, day, quota, reason, by, clock.instant());
  }

  /// What the days would be with more places, before anybody presses publish.
  List<QuotaLine> preview(
      InstitutionId hospital, Collection<LocalDate> days, Map<QuotaStore.Key, Row> more) {
    var lines = new ArrayList<QuotaLine>();
    var shares = shares(hospital, days);
    for (var counted : store.count(hospital, days)) {
      var plus = more.getOrDefault(counted.key(), new Row(counted.key(), 0, 0, null));
      var quota =
          new Quota(
              counted.key().basis(),
              counted.offered() + plus.offered(),
              counted.reserved() + plus.reserved(),
              share(shares, counted.key()),
              false);
      if (quota.offered() > 0) {
        lines.add(line(counted.key(), quota));
      }
    }
    return List.copyOf(lines);
  }

  private static QuotaLine line(QuotaStore.Key key, Quota quota) {
    return new QuotaLine(
        key.day(),
        key.basis().word(),
        quota.offered(),
        quota.reserved(),
        quota.required(),
        0,
        0,
        0,
        "",
        "",
        null);
  }

  private Map<LocalDate, Map<Basis, BigDecimal>> shares(
      InstitutionId hospital, Collection<LocalDate> days) {
    var all = new java.util.HashMap<LocalDate, Map<Basis, BigDecimal>>();
    days.forEach(day -> all.put(day, rules.shares(hospital, day)));
    return all;
  }

  private static BigDecimal share(
      Map<LocalDate, Map<Basis, BigDecimal>> shares, QuotaStore.Key key) {
    return shares.getOrDefault(key.day(), Map.of()).getOrDefault(key.basis(), BigDecimal.ZERO);
  }

  private static Quota quota(Row row, BigDecimal share, @Nullable UUID reason) {
    return new Quota(row.key().basis(), row.offered(), row.reserved(), share, reason != null);
  }
}
