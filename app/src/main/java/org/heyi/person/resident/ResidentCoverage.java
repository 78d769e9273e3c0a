package org.heyi.person.resident;

import java.time.Clock;
import java.util.Map;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 网格覆盖: every permanent resident of an area with service grids is in one of them (GOV-06, EHR-12).
/// Whoever is in none is counted and listed with the reason, to those who may see them.
@Service
@Transactional
public class ResidentCoverage {

  /// How many permanent residents there are, and how many of them are in no grid, by reason.
  public record Summary(long permanent, Map<String, Long> missing) {

    public long mapped() {
      return permanent - missing.values().stream().mapToLong(it -> it).sum();
    }
  }

  /// One who is in no grid.
  ///
  /// @param institution of first contact; where there is none, the one that registered them
  /// @param reason no-institution, grid-ended, grid-later, no-manager or in-no-grid
  public record Row(ResidentHit resident, InstitutionId institution, String reason) {}

  private final CoverageStore store;
  private final ResidentSight sight;
  private final Audit audit;
  private final Clock clock;

  ResidentCoverage(CoverageStore store, ResidentSight sight, Audit audit, Clock clock) {
    this.store = store;
    this.sight = sight;
    this.audit = audit;
    this.clock = clock;
  }

  /// Of the people whom the caller's duty reaches, in areas that have grids.
  public Summary summary(Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    return store.summary(sight.institutions(by, ResidentDuty.VIEW), clock.instant());
  }

  /// @param reason only those; empty for all
  public Page<Row> missing(String reason, PageQuery page, Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    var institutions = sight.institutions(by, ResidentDuty.VIEW);
    var rows = store.missing(institutions, reason, page, clock.instant());
    audit.record(
        by,
        AuditEntry.of("resident.listed", Subject.of("resident", "coverage"))
            .about(rows.rows().stream().map(it -> it.resident().id()).toList())
            .with("total", rows.total()));
    return rows;
  }
}
