package org.heyi.person.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.person.resident.RegisterResident.Giver;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Phone;
import org.jspecify.annotations.Nullable;

/// 新登记者: a registration that has passed every check, ready to be written.
///
/// @param numbers the paper's number first; with an old ID card its 15 digits too; or none
record Newcomer(
    Person person,
    List<Identifier> numbers,
    String noNumberReason,
    List<Contact> contacts,
    Giver giver,
    String guardian,
    boolean synthetic) {

  /// 联系人, checked.
  record Contact(PersonName name, String relation, Phone phone) {}

  static Newcomer of(RegisterResident command, LocalDate today, ResidentRules rules) {
    var checking = new Checking();
    var newcomer = check(command, today, rules, checking);
    checking.orRefuse();
    if (newcomer == null) {
      throw new IllegalStateException("a registration without a problem is whole");
    }
    return newcomer;
  }

  static @Nullable Newcomer check(
      RegisterResident command, LocalDate today, ResidentRules rules, Checking checking) {
    var number = number(command, today, rules, checking);
    var card = number.flatMap(Identifier::card);
    var unread = number.isEmpty() && !command.number().isBlank();
    var person = Person.check(command.person(), card, unread, rules, today, checking);
    var contacts = contacts(command, rules, checking);
    var giver = giver(command.consent(), checking);
    if (person == null || giver == null) {
      return null;
    }
    guardian(person, contacts, giver, today, rules, checking);
    var numbers = new ArrayList<Identifier>();
    number.ifPresent(numbers::add);
    number.flatMap(it -> it.old(command.number())).ifPresent(numbers::add);
    return new Newcomer(
        person,
        List.copyOf(numbers),
        numbers.isEmpty() ? command.noNumberReason() : "",
        contacts,
        giver,
        PersonName.cleaned(command.consent().guardian()),
        command.synthetic() || card.map(IdCard::isSynthetic).orElse(false));
  }

  private static Optional<Identifier> number(
      RegisterResident command, LocalDate today, ResidentRules rules, Checking checking) {
    if (!command.number().isBlank()) {
      return Optional.ofNullable(checking.read("number", () -> typed(command, today)));
    }
    if (command.noNumberReason().isEmpty()) {
      checking.refuse("number", ResidentProblem.NUMBER_OR_REASON);
    } else {
      checking.oneOf("no-number-reason", command.noNumberReason(), rules.noNumberReasons());
    }
    return Optional.empty();
  }

  private static Identifier typed(RegisterResident command, LocalDate today) {
    if (!command.system().isTyped() || command.system().hasIssuer()) {
      throw ResidentProblem.NOT_IN_LIST.with();
    }
    return Identifier.of(command.system(), command.number(), today);
  }

  private static List<Contact> contacts(
      RegisterResident command, ResidentRules rules, Checking checking) {
    var checked = new ArrayList<Contact>();
    for (var typed : command.contacts()) {
      var contact = contact(typed, rules, checking);
      if (contact != null) {
        checked.add(contact);
      }
    }
    return List.copyOf(checked);
  }

  static @Nullable Contact contact(
      RegisterResident.Contact typed, ResidentRules rules, Checking checking) {
    var name = checking.read("contact-name", () -> PersonName.of(typed.name()));
    var phone = checking.read("contact-phone", () -> Phone.of(typed.phone()));
    checking.oneOf("contact-relation", typed.relation(), rules.relations());
    return name == null || phone == null ? null : new Contact(name, typed.relation(), phone);
  }

  static @Nullable Giver giver(RegisterResident.Consent consent, Checking checking) {
    var giver = consent.giver();
    if (giver == null) {
      checking.refuse("consent", ResidentProblem.CONSENT_MISSING);
    } else if ((giver == Giver.GUARDIAN) == consent.guardian().isBlank()) {
      checking.refuse("guardian", ResidentProblem.GUARDIAN_NOT_NAMED);
    } else if (giver == Giver.GUARDIAN) {
      checking.read("guardian", () -> PersonName.of(consent.guardian()));
    }
    return giver;
  }

  /// 个人信息保护法 第三十一条: a child does not consent for itself, and somebody must be reachable.
  private static void guardian(
      Person person,
      List<Contact> contacts,
      Giver giver,
      LocalDate today,
      ResidentRules rules,
      Checking checking) {
    if (!person.birthDate().plusYears(rules.guardianBelowYears()).isAfter(today)) {
      return;
    }
    if (giver == Giver.SELF) {
      checking.refuse("consent", ResidentProblem.GUARDIAN_NEEDED, rules.guardianBelowYears());
    }
    if (contacts.isEmpty() && giver != Giver.NOT_POSSIBLE) {
      checking.refuse("contact-name", ResidentProblem.GUARDIAN_NEEDED, rules.guardianBelowYears());
    }
  }

  @Override
  public String toString() {
    return "Newcomer";
  }
}
