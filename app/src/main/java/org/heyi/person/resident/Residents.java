package org.heyi.person.resident;

import static org.heyi.person.resident.ResidentDuty.REGISTER;
import static org.heyi.person.resident.ResidentDuty.VIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The master index of residents.
///
/// Lists join `resident.card_resident (id, name, sex, birth_date, id_number_masked, phone_masked,
/// pinyin, synthetic)` and record every shown resident in one audit entry.
@Service
@Transactional
public class Residents {

  private final ResidentStore store;
  private final ViewStore views;
  private final Finding finding;
  private final ResidentSight sight;
  private final ResidentTies ties;
  private final ResidentPapers papers;
  private final Relationships relationships;
  private final Audit audit;
  private final Clock clock;
  private final ResidentRules rules = ResidentRules.load();

  Residents(
      ResidentStore store,
      ViewStore views,
      Finding finding,
      ResidentSight sight,
      ResidentTies ties,
      ResidentPapers papers,
      Relationships relationships,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.views = views;
    this.finding = finding;
    this.sight = sight;
    this.ties = ties;
    this.papers = papers;
    this.relationships = relationships;
    this.audit = audit;
    this.clock = clock;
  }

  @NoStaffNeeded(because = "the lists of a form are the same for everybody")
  public ResidentLists lists() {
    return ResidentLists.of(rules);
  }

  /// Everything that is wrong with a registration as typed; empty when nothing is.
  public List<FieldProblem> check(RegisterResident command, Staff by) {
    sight.requireDuty(by, REGISTER);
    var checking = new Checking();
    Newcomer.check(command, today(), rules, checking);
    return checking.problems();
  }

  /// Whoever has the same name, birth date and phone already: perhaps the same person with another
  /// paper. The desk is asked before a second record is made.
  public Optional<ResidentHit> similar(RegisterResident command, Staff by) {
    sight.requireDuty(by, REGISTER);
    var person = Newcomer.of(command, today(), rules).person();
    return finding.lookUp(
        new Lookup.ByPerson(person.name().value(), person.birthDate(), person.phone()), by);
  }

  /// @throws org.heyi.platform.shared.ProblemException `resident.similar` when there is somebody
  public void mustBeNew(RegisterResident command, Staff by) {
    if (similar(command, by).isPresent()) {
      throw ResidentProblem.SIMILAR.with();
    }
  }

  /// Registers a person, or begins a relationship with the one who has this number and name.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.number-taken` when the number is
  ///   another name's, and whatever [#check] says
  public Registration register(RegisterResident command, Staff by) {
    sight.requireDuty(by, REGISTER);
    var newcomer = Newcomer.of(command, today(), rules);
    var numbers = newcomer.numbers().isEmpty() ? List.of(temporary()) : newcomer.numbers();
    var id = ResidentId.next();
    var now = clock.instant();
    store.add(id, newcomer, numbers, by, now);
    for (var number : numbers) {
      if (!store.addNumber(id, number, by, now)) {
        store.forget(id);
        return known(number, newcomer, by);
      }
    }
    store.spell(id, newcomer.person().spellings());
    store.note(id, 1, "registered", List.of(), by, now);
    record("resident.registered", id, by);
    settle(id, command, newcomer, by);
    return new Registration.Made(id);
  }

  /// The loser of a race for a number, or a later desk: the same person if the names agree.
  private Registration known(Identifier number, Newcomer newcomer, Staff by) {
    var id = store.holder(number);
    if (!store.name(id).sameAs(newcomer.person().name())) {
      throw ResidentProblem.NUMBER_TAKEN.with();
    }
    record("resident.recognised", id, by);
    papers.add(id, newcomer, by);
    relate(id, by);
    return new Registration.Known(id);
  }

  private void settle(ResidentId id, RegisterResident command, Newcomer newcomer, Staff by) {
    relate(id, by);
    papers.add(id, newcomer, by);
    var institution = command.firstContact();
    if (institution != null) {
      ties.reached(institution, by);
      ties.begin(id, institution, by);
    }
  }

  private void relate(ResidentId id, Staff by) {
    relationships.begin(
        RelationshipKind.REGISTERED,
        id,
        by.institution(),
        Subject.of("resident", id),
        clock.instant().plus(rules.registeredLasts()),
        by);
  }

  /// Begins a relationship with somebody found by an exact look-up, asked for once more: the id
  /// alone proves nothing.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`
  public ResidentId registerHere(Lookup lookup, Staff by) {
    sight.requireDuty(by, REGISTER);
    var id = finding.exactly(lookup).orElseThrow(() -> ResidentProblem.NOT_FOUND.with()).id();
    record("resident.recognised", id, by);
    relate(id, by);
    return id;
  }

  /// Search as one types: freely within the catchment; elsewhere by a full number.
  public FoundResidents find(String typed, Staff by) {
    sight.requireDuty(by, VIEW);
    return finding.find(typed, by);
  }

  /// Somebody outside the catchment; at most one, with the name masked.
  public Optional<ResidentHit> lookUp(Lookup lookup, Staff by) {
    sight.requireDuty(by, VIEW);
    return finding.lookUp(lookup, by);
  }

  /// The card, for a caller whose institution has a live relationship; audited.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`
  public ResidentCard card(ResidentId id, Staff by) {
    sight.requireSeen(id, by);
    record("resident.viewed", id, by);
    return views.card(id).orElseThrow(() -> ResidentProblem.NOT_FOUND.with());
  }

  /// Everything this room keeps of the person, numbers masked; audited.
  public ResidentView view(ResidentId id, Staff by) {
    return view("resident.viewed", id, sight.requireSeen(id, by), by);
  }

  /// The same for a print, which leaves the house; audited as such.
  public ResidentView print(ResidentId id, Staff by) {
    return view("resident.printed", id, sight.require(id, ResidentAction.PRINT, by), by);
  }

  private ResidentView view(String action, ResidentId id, Set<ResidentAction> may, Staff by) {
    record(action, id, by);
    return views.view(id, may).orElseThrow(() -> ResidentProblem.NOT_FOUND.with());
  }

  /// The numbers in full, for a purpose of the list; audited with it.
  public RevealedResident reveal(ResidentId id, String purpose, Staff by) {
    sight.require(id, ResidentAction.REVEAL, by);
    if (!rules.revealPurposes().contains(purpose)) {
      throw ResidentProblem.NOT_IN_LIST.with();
    }
    audit.record(
        by,
        AuditEntry.of("resident.revealed", Subject.of("resident", id))
            .about(id)
            .with("purpose", purpose));
    return views.revealed(id);
  }

  /// The particulars as a form shows them for correction, phone in full; audited.
  public Particulars particulars(ResidentId id, Staff by) {
    sight.require(id, ResidentAction.CHANGE, by);
    record("resident.opened-for-change", id, by);
    return views.particulars(id);
  }

  public List<FieldProblem> check(ChangeResident command, Staff by) {
    sight.require(command.id(), ResidentAction.CHANGE, by);
    var checking = new Checking();
    Person.check(command.person(), store.card(command.id()), false, rules, today(), checking);
    return checking.problems();
  }

  /// The same for particulars of a list, whose ID number says this.
  public List<FieldProblem> check(Particulars person, Optional<IdCard> card, Staff by) {
    sight.requireDuty(by, REGISTER);
    var checking = new Checking();
    Person.check(person, card, false, rules, today(), checking);
    return checking.problems();
  }

  /// Those of these residents that the caller may change.
  public Set<ResidentId> changeable(Collection<ResidentId> ids, Staff by) {
    return sight.those(ids, ResidentAction.CHANGE, by);
  }

  /// @throws org.heyi.platform.shared.ProblemException `resident.stale` when somebody was quicker
  public void change(ChangeResident command, Staff by) {
    var id = command.id();
    sight.require(id, ResidentAction.CHANGE, by);
    var checking = new Checking();
    var person = Person.check(command.person(), store.card(id), false, rules, today(), checking);
    checking.orRefuse();
    if (person == null) {
      throw new IllegalStateException("a change without a problem is whole");
    }
    var fields = Difference.between(views.particulars(id), person);
    if (!store.change(id, command.version(), person)) {
      throw ResidentProblem.STALE.with();
    }
    store.spell(id, person.spellings());
    store.note(id, command.version() + 1, "changed", fields, by, clock.instant());
    record("resident.changed", id, by);
  }

  /// Who changed what after the version that the reader had seen.
  public List<ResidentChange> changesAfter(ResidentId id, int version, Staff by) {
    sight.requireSeen(id, by);
    record("resident.viewed", id, by);
    return views.changesAfter(id, version);
  }

  /// Adds a paper, a card or the institution's own number (EHR-01).
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.number-taken`,
  ///   `resident.id-card-there`, or what is wrong with the number
  public void addNumber(ResidentId id, IdentifierSystem system, String typed, Staff by) {
    sight.require(id, ResidentAction.ADD_NUMBER, by);
    if (!system.isTyped()) {
      throw ResidentProblem.NOT_IN_LIST.with();
    }
    var issuer = system.hasIssuer() ? by.institution().value() : "";
    var number = Identifier.of(system, issuer, typed, today());
    agrees(id, number);
    var now = clock.instant();
    if (!store.addNumber(id, number, by, now)) {
      if (store.holder(number).equals(id)) {
        return;
      }
      throw ResidentProblem.NUMBER_TAKEN.with();
    }
    number.old(typed).ifPresent(it -> store.addNumber(id, it, by, now));
    store.note(id, store.numberChanged(id), "number-added", List.of(system.name()), by, now);
    record("resident.number-added", id, by);
  }

  /// A number that tells birth date and sex must tell this person's.
  private void agrees(ResidentId id, Identifier number) {
    if (number.system() == IdentifierSystem.ID_CARD && store.lockedHasIdCard(id, number)) {
      throw ResidentProblem.ID_CARD_THERE.with();
    }
    var checking = new Checking();
    Person.check(views.particulars(id), number.card(), false, rules, today(), checking);
    checking.orRefuse();
  }

  private Identifier temporary() {
    return Identifier.temporary(store.nextTemporaryNumber());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private void record(String action, ResidentId id, Staff by) {
    audit.record(by, AuditEntry.of(action, Subject.of("resident", id)).about(id));
  }
}
