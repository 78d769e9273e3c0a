package org.heyi.steering.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.access.Reach;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The directory of institutions, departments and practitioners.
///
/// Lists of other rooms join `directory.card_institution (id, area, name, trade_name, kind, level,
/// managed_by, generated, pinyin)`, `directory.card_department (institution, code, name, pinyin)`
/// and `directory.card_practitioner (id, institution, department, name, title, pinyin)` (`pinyin`
/// holds full spelling and initials, lower case).
@Service
@Transactional
public class Institutions {

  private final InstitutionStore store;
  private final DepartmentStore departments;
  private final Reach reach;
  private final Audit audit;

  Institutions(InstitutionStore store, DepartmentStore departments, Reach reach, Audit audit) {
    this.store = store;
    this.departments = departments;
    this.reach = reach;
    this.audit = audit;
  }

  @NoStaffNeeded(because = "the directory is public")
  public Optional<InstitutionView> find(InstitutionId id) {
    return store.find(id);
  }

  /// What they are called today; unknown ones are left out.
  @NoStaffNeeded(because = "the directory is public")
  public Map<InstitutionId, String> names(Collection<InstitutionId> ids) {
    return store.names(ids);
  }

  /// The legal representatives of those of whom one is recorded.
  @NoStaffNeeded(because = "legal representatives stand in the public register")
  public Map<InstitutionId, String> legalRepresentatives(Collection<InstitutionId> ids) {
    return store.legalRepresentatives(ids);
  }

  /// Everything known of it, each fact with its clause.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `directory.not-found`
  @NoStaffNeeded(because = "the directory is public")
  public InstitutionFacts facts(InstitutionId id) {
    return find(id).flatMap(store::facts).orElseThrow(() -> DirectoryProblem.NOT_FOUND.with(id));
  }

  @NoStaffNeeded(because = "the directory is public")
  public Page<InstitutionView> list(InstitutionQuery query, PageQuery page) {
    return store.list(query, page);
  }

  /// All that are open today, in the order of the plan.
  @NoStaffNeeded(because = "the directory is public")
  public List<InstitutionView> all(AreaId area) {
    return store.all(area);
  }

  /// Those of an area that look over the whole city it belongs to (GOV-32).
  @NoStaffNeeded(because = "the directory is public")
  public List<InstitutionView> cityAuthorities(AreaId area) {
    return store.cityAuthorities(area);
  }

  /// The clinics and stations that a centre manages today (GOV-09).
  @NoStaffNeeded(because = "the directory is public")
  public List<InstitutionView> managedBy(InstitutionId manager) {
    return store.managedBy(manager);
  }

  /// Of all areas, by name, spelling or initials; those of `first` come first.
  @NoStaffNeeded(because = "the directory is public")
  public List<InstitutionView> search(String text, AreaId first, int most) {
    return store.search(text, first, most);
  }

  @NoStaffNeeded(because = "the directory is public")
  public List<DepartmentView> departments(InstitutionId institution) {
    return departments.departments(institution);
  }

  /// Who works there, of one department or of all.
  @NoStaffNeeded(because = "names and titles of practitioners hang on the wall of the institution")
  public List<PractitionerView> practitioners(
      InstitutionId institution, @Nullable String department) {
    return departments.practitioners(institution, department);
  }

  /// Those of the caller's area with such a name or spelling, of the caller's institution first.
  public List<PractitionerView> practitionersNamed(String text, Staff by, int most) {
    return departments.practitionersNamed(text, by, most);
  }

  @NoStaffNeeded(because = "names and titles of practitioners hang on the wall of the institution")
  public Optional<PractitionerView> practitioner(PractitionerId id) {
    return departments.practitioner(id);
  }

  /// Enters a practitioner at an institution within the caller's reach.
  public PractitionerId enlist(EnlistPractitioner command, Staff by) {
    var institution = command.institution();
    if (find(institution).isEmpty()) {
      throw DirectoryProblem.NOT_FOUND.with(institution);
    }
    if (!reach.covers(by, DirectoryDuty.ENLIST, institution)) {
      throw DirectoryProblem.NOT_YOURS.with(institution);
    }
    var department = command.department();
    if (department != null && !departments.hasDepartment(institution, department)) {
      throw DirectoryProblem.NO_SUCH_DEPARTMENT.with(department, institution);
    }
    var id = PractitionerId.next();
    departments.add(id, command);
    audit.record(
        by,
        AuditEntry.of("directory.practitioner-enlisted", Subject.of("practitioner", id))
            .with("institution", institution));
    return id;
  }
}
