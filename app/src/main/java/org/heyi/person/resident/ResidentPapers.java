package org.heyi.person.resident;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.heyi.person.resident.RegisterResident.Consent;
import org.heyi.person.resident.RegisterResident.Contact;
import org.heyi.person.resident.RegisterResident.Giver;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 联系人与知情同意: whom to call about a resident, and what the resident has agreed to.
@Service
@Transactional
public class ResidentPapers {

  private final PaperStore store;
  private final ResidentSight sight;
  private final Audit audit;
  private final Clock clock;
  private final ResidentRules rules = ResidentRules.load();

  ResidentPapers(PaperStore store, ResidentSight sight, Audit audit, Clock clock) {
    this.store = store;
    this.sight = sight;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is wrong with a contact as typed; empty when nothing is.
  public List<FieldProblem> check(Contact typed, Staff by) {
    var checking = new Checking();
    Newcomer.contact(typed, rules, checking);
    return checking.problems();
  }

  public void addContact(ResidentId resident, Contact typed, Staff by) {
    sight.require(resident, ResidentAction.ADD_CONTACT, by);
    var checking = new Checking();
    var contact = Newcomer.contact(typed, rules, checking);
    checking.orRefuse();
    if (contact != null) {
      store.addContact(resident, contact, by, clock.instant());
      record("resident.contact-added", resident, by);
    }
  }

  public void removeContact(ResidentId resident, UUID contact, Staff by) {
    sight.require(resident, ResidentAction.ADD_CONTACT, by);
    if (!store.removeContact(resident, contact)) {
      throw ResidentProblem.NOT_FOUND.with();
    }
    record("resident.contact-removed", resident, by);
  }

  /// Records what the resident or the guardian agreed to.
  public void consent(ResidentId resident, String text, Consent consent, Staff by) {
    sight.require(resident, ResidentAction.RECORD_CONSENT, by);
    var checking = new Checking();
    checking.oneOf("text", text, rules.consents());
    var giver = Newcomer.giver(consent, checking);
    checking.orRefuse();
    if (giver != null) {
      add(resident, text, giver, consent.guardian().strip(), by);
    }
  }

  public void withdraw(ResidentId resident, UUID consent, Staff by) {
    sight.require(resident, ResidentAction.RECORD_CONSENT, by);
    if (!store.withdraw(resident, consent, clock.instant())) {
      throw ResidentProblem.NOT_FOUND.with();
    }
    record("resident.consent-withdrawn", resident, by);
  }

  /// What comes with a registration.
  void add(ResidentId resident, Newcomer newcomer, Staff by) {
    for (var contact : newcomer.contacts()) {
      store.addContact(resident, contact, by, clock.instant());
    }
    add(resident, rules.consentToRegister(), newcomer.giver(), newcomer.guardian(), by);
  }

  private void add(ResidentId resident, String text, Giver giver, String guardian, Staff by) {
    store.addConsent(resident, text, giver, guardian, by, clock.instant());
    audit.record(
        by,
        AuditEntry.of("resident.consent-recorded", Subject.of("resident", resident))
            .about(resident)
            .with("text", text)
            .with("giver", giver));
  }

  private void record(String action, ResidentId resident, Staff by) {
    audit.record(by, AuditEntry.of(action, Subject.of("resident", resident)).about(resident));
  }
}
