package org.heyi.person.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.steering.community.Communities;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 首诊机构与网格: which institution cares for a resident first, one at a time, and the book of permanent
/// residents by grid and institution (EHR-12).
@Service
@Transactional
public class ResidentTies {

  /// Filters of the book; an empty one filters nothing.
  public record Query(String institution, String grid, String residence, String group) {}

  /// One person of the book.
  public record Row(ResidentHit resident, InstitutionId institution, String grid, LocalDate from) {}

  /// How many people, and how many of them permanent, an institution of a grid cares for first.
  public record Count(String grid, InstitutionId institution, long residents, long permanent) {}

  private final TieStore store;
  private final ResidentSight sight;
  private final Communities communities;
  private final Relationships relationships;
  private final Audit audit;
  private final Clock clock;

  ResidentTies(
      TieStore store,
      ResidentSight sight,
      Communities communities,
      Relationships relationships,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.sight = sight;
    this.communities = communities;
    this.relationships = relationships;
    this.audit = audit;
    this.clock = clock;
  }

  /// Ties a resident to another first-contact institution from today on.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`,
  ///   `resident.not-yours-to-do`, `resident.institution-out-of-reach`
  public void tie(ResidentId resident, InstitutionId institution, Staff by) {
    sight.require(resident, ResidentAction.TIE, by);
    reached(institution, by);
    var open = store.lockOpen(resident).orElse(null);
    if (open != null && open.institution().equals(institution)) {
      return;
    }
    if (open != null) {
      store.end(open, today());
      relationships.end(
          RelationshipKind.CATCHMENT, resident, open.institution(), subject(open.id()), by);
    }
    begin(resident, institution, by);
  }

  /// The first tie of a newcomer; whoever has one keeps it.
  void begin(ResidentId resident, InstitutionId institution, Staff by) {
    var id = UuidCreator.getTimeOrderedEpoch();
    if (!store.open(id, resident, institution, grid(institution), today(), by, clock.instant())) {
      return;
    }
    relationships.begin(RelationshipKind.CATCHMENT, resident, institution, subject(id), null, by);
    audit.record(
        by,
        AuditEntry.of("resident.tied", Subject.of("resident", resident))
            .about(resident)
            .with("institution", institution));
  }

  void reached(InstitutionId institution, Staff by) {
    if (!sight.institutions(by, ResidentDuty.REGISTER).contains(institution.value())) {
      throw ResidentProblem.INSTITUTION_OUT_OF_REACH.with();
    }
  }

  /// The institutions that the caller may tie residents to.
  public List<InstitutionId> institutions(Staff by) {
    return sight.institutions(by, ResidentDuty.REGISTER).stream().map(InstitutionId::new).toList();
  }

  /// The book: today's people of the institutions that the caller's duty reaches.
  public Page<Row> book(Query query, PageQuery page, Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    var rows = store.rows(sight.institutions(by, ResidentDuty.VIEW), query, page, today());
    audit.record(
        by,
        AuditEntry.of("resident.listed", Subject.of("resident", "book"))
            .about(rows.rows().stream().map(it -> it.resident().id()).toList())
            .with("total", rows.total()));
    return rows;
  }

  /// The book as it is taken out: from its first to its last, in the order of the page.
  public List<Row> all(Query query, PageQuery order, int most, Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    var rows = store.first(sight.institutions(by, ResidentDuty.VIEW), query, order, most, today());
    audit.record(
        by,
        AuditEntry.of("resident.exported", Subject.of("resident", "book"))
            .about(rows.stream().map(it -> it.resident().id()).toList())
            .with("total", rows.size()));
    return rows;
  }

  /// The book's sums.
  public List<Count> counts(Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    return store.counts(sight.institutions(by, ResidentDuty.VIEW));
  }

  @NoStaffNeeded(because = "grids are public")
  public String gridName(String grid, boolean english) {
    return store.gridNames(grid).get(english ? 1 : 0);
  }

  /// The grid follows the institution: its own, or that of the centre that manages it.
  private String grid(InstitutionId institution) {
    return communities.of(institution, today()).stream()
        .map(it -> it.grid())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private static Subject subject(UUID tie) {
    return Subject.of("tie", tie);
  }
}
