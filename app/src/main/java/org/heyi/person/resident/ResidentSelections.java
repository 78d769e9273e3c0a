package org.heyi.person.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 1+1: a resident freely chooses one community or township centre as first contact and one
/// hospital of at least the level of `resident/rules.yaml` for referrals (APT-09, 瓦房店 五(一)). One
/// choice at a time; a change ends the one before.
@Service
@Transactional
public class ResidentSelections {

  private final SelectionStore store;
  private final ResidentSight sight;
  private final Institutions institutions;
  private final Audit audit;
  private final Clock clock;
  private final ResidentRules rules = ResidentRules.load();

  ResidentSelections(
      SelectionStore store,
      ResidentSight sight,
      Institutions institutions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.sight = sight;
    this.institutions = institutions;
    this.audit = audit;
    this.clock = clock;
  }

  /// What may be chosen in the caller's area.
  ///
  /// @param hospitals of the level or above, and those whose level nobody recorded
  public record Choices(List<InstitutionView> centres, List<InstitutionView> hospitals) {}

  public Choices choices(ResidentId resident, Staff by) {
    sight.require(resident, ResidentAction.TIE, by);
    var all = institutions.all(by.area());
    return new Choices(
        all.stream().filter(ResidentSelections::isCentre).toList(),
        all.stream().filter(this::isHospital).toList());
  }

  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`,
  ///   `resident.not-yours-to-do`, `resident.no-centre`, `resident.no-hospital-of-level`,
  ///   `resident.consent-missing`, `resident.guardian-not-named`, `resident.selection-changed`
  public void select(ResidentId resident, SelectProviders chosen, Staff by) {
    sight.require(resident, ResidentAction.TIE, by);
    if (here(chosen.centre(), by.area()).filter(ResidentSelections::isCentre).isEmpty()) {
      throw ResidentProblem.NO_CENTRE.with();
    }
    var hospital =
        here(chosen.hospital(), by.area())
            .filter(this::isHospital)
            .orElseThrow(ResidentProblem.NO_HOSPITAL_OF_LEVEL::with);
    consented(chosen.consent());
    var former = chosen.former();
    if (former != null && !store.end(former, resident, today())) {
      throw ResidentProblem.SELECTION_CHANGED.with();
    }
    if (!store.begin(resident, chosen, hospital.level(), today(), by, clock.instant())) {
      throw ResidentProblem.SELECTION_CHANGED.with();
    }
    audit.record(
        by,
        entry("resident.selected", resident)
            .with("centre", chosen.centre())
            .with("hospital", chosen.hospital()));
  }

  /// The resident takes the choice back.
  public void end(ResidentId resident, UUID selection, Staff by) {
    sight.require(resident, ResidentAction.TIE, by);
    if (!store.end(selection, resident, today())) {
      throw ResidentProblem.SELECTION_CHANGED.with();
    }
    audit.record(by, entry("resident.selection-ended", resident));
  }

  /// The hospital that the resident has chosen for referrals, if any.
  public Optional<InstitutionId> hospital(ResidentId resident, Staff by) {
    sight.requireSeen(resident, by);
    audit.record(by, entry("resident.selection-read", resident));
    return store.hospital(resident);
  }

  private static void consented(RegisterResident.Consent consent) {
    if (consent.giver() == null || consent.giver() == RegisterResident.Giver.NOT_POSSIBLE) {
      throw ResidentProblem.CONSENT_MISSING.with();
    }
    var named = !consent.guardian().isBlank();
    if (named != (consent.giver() == RegisterResident.Giver.GUARDIAN)) {
      throw ResidentProblem.GUARDIAN_NOT_NAMED.with();
    }
  }

  private Optional<InstitutionView> here(InstitutionId id, AreaId area) {
    return institutions.all(area).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static boolean isCentre(InstitutionView it) {
    return group(it) == Group.PRIMARY;
  }

  private boolean isHospital(InstitutionView it) {
    return group(it) == Group.HOSPITAL && it.isAtLeast(rules.selectedHospitalLevel()).orElse(true);
  }

  private static Group group(InstitutionView it) {
    return InstitutionKind.find(it.kind()).orElseThrow().group();
  }

  private static AuditEntry entry(String action, ResidentId resident) {
    return AuditEntry.of(action, Subject.of("resident", resident)).about(resident);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
