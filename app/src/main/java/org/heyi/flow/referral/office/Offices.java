package org.heyi.flow.referral.office;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.platform.access.Reach;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.shell.Once;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 负责转诊的具体科室和工作人员 (南阳 台账二(六), 太仓 二(三)3: 出入院（转诊）服务中心): named by the institution's own head, read by
/// everybody who has to call them.
@Service
@Transactional
public class Offices {

  private static final int LONGEST = 100;

  private final OfficeStore store;
  private final Institutions institutions;
  private final Reach reach;
  private final Once once;
  private final Audit audit;
  private final Clock clock;

  Offices(
      OfficeStore store,
      Institutions institutions,
      Reach reach,
      Once once,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.institutions = institutions;
    this.reach = reach;
    this.once = once;
    this.audit = audit;
    this.clock = clock;
  }

  @NoStaffNeeded(because = "whom to call hangs on the wall of the institution")
  public Optional<Office> of(InstitutionId institution) {
    return store.versions(institution).stream().findFirst();
  }

  /// Newest first.
  @NoStaffNeeded(because = "whom to call hangs on the wall of the institution")
  public List<Office> versions(InstitutionId institution) {
    if (institutions.find(institution).isEmpty()) {
      throw OfficeProblem.NO_SUCH_INSTITUTION.with(institution);
    }
    return store.versions(institution);
  }

  @NoStaffNeeded(because = "whom to call hangs on the wall of the institution")
  public Set<InstitutionId> named(List<InstitutionId> of) {
    return store.named(of);
  }

  /// Its head, and the head of the centre that manages it.
  public boolean mayName(InstitutionId institution, Staff by) {
    return by.may(ReferralDuty.OVERSEE) && reach.covers(by, ReferralDuty.OVERSEE, institution);
  }

  /// Who can be named; empty for who may not name.
  public Map<AccountId, String> candidates(InstitutionId institution, Staff by) {
    return mayName(institution, by) ? store.candidates(institution) : Map.of();
  }

  public void name(NameOffice it, Staff by) {
    once.run(it.key(), "referral office " + content(it), by, () -> write(it, by));
  }

  private static String content(NameOffice it) {
    var staff = new TreeMap<String, Boolean>();
    it.staff().forEach(one -> staff.put(one.toString(), true));
    return String.join(
        " ",
        it.institution().value(),
        it.name(),
        it.phone(),
        it.hours(),
        staff.keySet().toString());
  }

  private String write(NameOffice it, Staff by) {
    if (institutions.find(it.institution()).isEmpty()) {
      throw OfficeProblem.NO_SUCH_INSTITUTION.with(it.institution());
    }
    if (!mayName(it.institution(), by)) {
      throw OfficeProblem.NOT_YOURS.with(it.institution());
    }
    check(it);
    if (!store.add(it, by, clock.instant())) {
      throw OfficeProblem.CHANGED.with(it.institution());
    }
    audit.record(
        by,
        AuditEntry.of("referral.office-named", Subject.of("institution", it.institution()))
            .with("name", it.name())
            .with("version", it.version() + 1));
    return "";
  }

  private void check(NameOffice it) {
    if (it.name().isEmpty()) {
      throw OfficeProblem.NAME_NEEDED.with();
    }
    if (it.phone().isEmpty() || !new ContactPerson("", "", it.phone()).dialable()) {
      throw OfficeProblem.PHONE_NEEDED.with();
    }
    if (it.name().length() > LONGEST || it.hours().length() > LONGEST) {
      throw OfficeProblem.TOO_LONG.with(LONGEST);
    }
    if (it.staff().isEmpty()
        || !store.candidates(it.institution()).keySet().containsAll(it.staff())) {
      throw OfficeProblem.STAFF_NEEDED.with();
    }
  }
}
