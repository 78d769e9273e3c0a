package org.heyi.person.resident.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.group.PopulationGroup;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Phone;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/// 名册一行: a person as a row says it. Its columns are called like the fields of the form.
///
/// @param numbers column → number that can be read; the paper first
/// @param problems of numbers that cannot
record RollRow(
    SheetRow row,
    RegisterResident command,
    Map<String, Identifier> numbers,
    List<CellProblem> problems) {

  static final String NUMBER = "number";

  /// Numbers that a person may have beside their paper, each in a column of its own.
  static final Map<String, IdentifierSystem> MORE =
      Map.of(
          "health-card", IdentifierSystem.HEALTH_CARD,
          "insurance-card", IdentifierSystem.INSURANCE_CARD,
          "passport", IdentifierSystem.PASSPORT,
          "birth-certificate", IdentifierSystem.BIRTH_CERTIFICATE,
          "local-number", IdentifierSystem.LOCAL_NUMBER);

  static final String YES = "yes";

  /// Stands for what is in the cell and cannot be read: the rules then ask for nothing that it
  /// would have told.
  private static final String UNREADABLE = "?";

  static RollRow of(SheetRow row, InstitutionId own, LocalDate today) {
    var numbers = new LinkedHashMap<String, Identifier>();
    var problems = new ArrayList<CellProblem>();
    var system = system(row);
    if (row.has(NUMBER) && !row.unreadable().contains("system")) {
      read(NUMBER, row, system, own, today, numbers, problems);
    }
    for (var column : MORE.keySet().stream().sorted().toList()) {
      if (row.has(column)) {
        read(column, row, MORE.getOrDefault(column, system), own, today, numbers, problems);
      }
    }
    return new RollRow(row, command(row, system), numbers, problems);
  }

  private static void read(
      String column,
      SheetRow row,
      IdentifierSystem system,
      InstitutionId own,
      LocalDate today,
      Map<String, Identifier> numbers,
      List<CellProblem> problems) {
    try {
      var issuer = system.hasIssuer() ? own.value() : "";
      numbers.put(column, Identifier.of(system, issuer, row.text(column), today));
    } catch (ProblemException refused) {
      problems.add(CellProblem.of(column, refused));
    }
  }

  private static IdentifierSystem system(SheetRow row) {
    return row.has("system")
        ? IdentifierSystem.valueOf(row.text("system"))
        : IdentifierSystem.ID_CARD;
  }

  private static RegisterResident command(SheetRow row, IdentifierSystem system) {
    boolean untold = row.unreadable().contains("system");
    return new RegisterResident(
        new Particulars(
            typed("name", row),
            Sex.find(row.text("sex")).orElse(null),
            row.date("birth-date"),
            row.text("birth-estimated").equals(YES),
            typed("phone", row),
            row.text("address"),
            row.text("residence"),
            row.text("own-code")),
        system,
        untold ? UNREADABLE : typed(NUMBER, row),
        row.has(NUMBER) ? "" : typed("no-number-reason", row),
        row.has("first-contact") ? new InstitutionId(row.text("first-contact")) : null,
        contacts(row),
        new RegisterResident.Consent(giver(row), typed("guardian", row)),
        false);
  }

  private static String typed(String column, SheetRow row) {
    return row.unreadable().contains(column) ? UNREADABLE : row.text(column);
  }

  private static List<RegisterResident.Contact> contacts(SheetRow row) {
    var name = typed("contact-name", row);
    var phone = typed("contact-phone", row);
    return name.isEmpty() && phone.isEmpty()
        ? List.of()
        : List.of(new RegisterResident.Contact(name, row.text("contact-relation"), phone));
  }

  private static RegisterResident.@Nullable Giver giver(SheetRow row) {
    return row.has("consent") ? RegisterResident.Giver.valueOf(row.text("consent")) : null;
  }

  boolean has(String column) {
    return row.has(column);
  }

  /// Codes of the population groups that the row says yes to, each in a column of its own.
  List<String> groups() {
    return PopulationGroups.ONLY.recorded().stream()
        .map(PopulationGroup::code)
        .filter(it -> row.text(it).equals(YES))
        .toList();
  }

  /// The number of the paper itself.
  Optional<Identifier> paper() {
    return Optional.ofNullable(numbers.get(NUMBER));
  }

  boolean saysPaper() {
    return row.has(NUMBER) || row.unreadable().contains(NUMBER);
  }

  /// Neither paper nor card, readable or not.
  boolean saysNoNumber() {
    return numbers.isEmpty() && problems.isEmpty() && !saysPaper();
  }

  /// Whom a row without a paper means, as far as name, birth date and phone tell.
  Optional<Likeness> likeness() {
    var born = row.date("birth-date");
    var name = PersonName.keyOf(row.text("name"));
    var phone = Phone.normalised(row.text("phone"));
    return saysPaper() || born == null || name.isEmpty() || phone.isEmpty()
        ? Optional.empty()
        : Optional.of(new Likeness(name, born, phone));
  }

  /// 相似: name, birth date and phone, in the form they are compared in.
  record Likeness(String name, LocalDate born, String phone) {}

  @Override
  public String toString() {
    return "RollRow " + row.number();
  }
}
