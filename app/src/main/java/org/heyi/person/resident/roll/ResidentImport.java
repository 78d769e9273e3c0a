package org.heyi.person.resident.roll;

import static org.heyi.person.resident.roll.RollRow.NUMBER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.heyi.person.resident.ChangeResident;
import org.heyi.person.resident.FieldProblem;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.ResidentDuty;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.ResidentPapers;
import org.heyi.person.resident.ResidentProblem;
import org.heyi.person.resident.ResidentTies;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.Column;
import org.heyi.platform.sheet.Column.Choice;
import org.heyi.platform.sheet.Finding;
import org.heyi.platform.sheet.RunView;
import org.heyi.platform.sheet.Sheet;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.sheet.SheetRow;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// 导入居民: newcomers are registered as by the form; who is there is brought up to what the row says,
/// by the rules of the page of changes. Who is there and unknown to the institution becomes known
/// to it first, as at a desk.
@Component
class ResidentImport implements SheetImport {

  /// Stands among the differing columns of somebody whom the institution does not know yet. What
  /// else differs is not told before it does.
  private static final String RECOGNISED = "recognised";

  /// How the groups of a roll are known.
  private static final String KNOWN_BY = "roll";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST_CODE = 20;

  private final Roll roll;
  private final Residents residents;
  private final ResidentTies ties;
  private final ResidentPapers papers;
  private final ResidentGroups groups;
  private final Institutions institutions;

  ResidentImport(
      Roll roll,
      Residents residents,
      ResidentTies ties,
      ResidentPapers papers,
      ResidentGroups groups,
      Institutions institutions) {
    this.roll = roll;
    this.residents = residents;
    this.ties = ties;
    this.papers = papers;
    this.groups = groups;
    this.institutions = institutions;
  }

  @Override
  public String code() {
    return "residents";
  }

  @Override
  public String label() {
    return "resident.sheet";
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public boolean allowed(Staff by) {
    return by.may(ResidentDuty.REGISTER);
  }

  @Override
  public Sheet sheet(Staff by) {
    var lists = residents.lists();
    var columns =
        new ArrayList<>(
            List.of(
                Column.text("name", LONGEST_NAME).mandatory(),
                Column.choice("system", papers()),
                Column.text(NUMBER, LONGEST_NUMBER),
                Column.choice(
                    "no-number-reason", worded(lists.noNumberReasons(), "resident.no-number.")),
                Column.choice("sex", sexes()),
                Column.date("birth-date"),
                Column.choice("birth-estimated", yesAndNo()),
                Column.text("phone", LONGEST_PHONE),
                Column.text("address", LONGEST_ADDRESS),
                Column.choice("residence", worded(lists.residences(), "resident.residence.")),
                Column.text("own-code", LONGEST_CODE),
                Column.choice("first-contact", places(by)),
                Column.text("contact-name", LONGEST_NAME),
                Column.choice("contact-relation", worded(lists.relations(), "resident.relation.")),
                Column.text("contact-phone", LONGEST_PHONE),
                Column.choice("consent", givers()),
                Column.text("guardian", LONGEST_NAME)));
    RollRow.MORE.keySet().stream()
        .sorted()
        .forEach(it -> columns.add(Column.text(it, LONGEST_NUMBER)));
    if (by.may(ResidentDuty.CARE)) {
      PopulationGroups.ONLY
          .recorded()
          .forEach(it -> columns.add(Column.choice(it.code(), yesAndNo())));
    }
    return new Sheet("resident.sheet", columns);
  }

  private static List<Choice> worded(List<String> codes, String prefix) {
    return codes.stream().map(it -> Choice.worded(it, prefix + it)).toList();
  }

  private static List<Choice> papers() {
    return Arrays.stream(IdentifierSystem.values())
        .filter(it -> it.isTyped() && !it.hasIssuer())
        .map(it -> Choice.worded(it.name(), it.key()))
        .toList();
  }

  private static List<Choice> sexes() {
    return Arrays.stream(Sex.values())
        .map(it -> Choice.worded(it.code(), "resident.sex." + it.code()))
        .toList();
  }

  private static List<Choice> yesAndNo() {
    return List.of(Choice.worded(RollRow.YES, "sheet.yes"), Choice.worded("no", "sheet.no"));
  }

  private static List<Choice> givers() {
    return Arrays.stream(RegisterResident.Giver.values())
        .map(it -> Choice.worded(it.name(), "resident.giver." + word(it.name())))
        .toList();
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Choice> places(Staff by) {
    var own = ties.institutions(by);
    var names = institutions.names(own);
    return own.stream()
        .map(it -> Choice.named(it.value(), names.getOrDefault(it, it.value())))
        .toList();
  }

  @Override
  public List<Key> keys(SheetRow row) {
    var read = RollRow.of(row, new InstitutionId("own"), roll.today());
    return Stream.concat(
            read.numbers().entrySet().stream()
                .map(it ->
                    new Key(it.getKey(), it.getValue().system() + " " + it.getValue().value())),
            read.likeness().stream()
                .filter(_ -> read.numbers().isEmpty())
                .map(it -> new Key("name", it.name() + " " + it.born() + " " + it.phone())))
        .toList();
  }

  @Override
  public List<Finding> check(List<SheetRow> rows, Staff by) {
    var read = rows.stream().map(it -> roll.read(it, by)).toList();
    var look = roll.look(read, by);
    return read.stream().map(it -> found(it, look, by)).toList();
  }

  private Finding found(RollRow row, Roll.Look look, Staff by) {
    var known = look.known(row);
    var problems = new ArrayList<>(row.problems());
    problems.addAll(look.problems(row));
    if (known.isEmpty()) {
      problems.addAll(Roll.missing(row));
      problems.addAll(registering(row, by));
      return problems.isEmpty() ? Finding.fresh() : Finding.wrong(problems);
    }
    var differences = new Differences(row, known.get());
    var unknown = !look.changeable().contains(known.get().id());
    problems.addAll(changes(row, differences, unknown, by));
    return problems.isEmpty() ? would(differences, unknown) : Finding.wrong(problems);
  }

  /// What the form would say. Of a paper of no known kind the number cannot be judged.
  private List<CellProblem> registering(RollRow row, Staff by) {
    boolean untold = row.row().unreadable().contains("system");
    return said(residents.check(row.command(), by)).stream()
        .filter(it -> !untold || !it.column().equals(NUMBER))
        .toList();
  }

  /// What the page of changes, or for somebody unknown the desk's form, would say.
  private List<CellProblem> changes(
      RollRow row, Differences differences, boolean unknown, Staff by) {
    var problems = new ArrayList<CellProblem>();
    if (unknown && row.paper().isPresent()) {
      problems.addAll(Roll.missing(row));
      problems.addAll(registering(row, by));
    }
    if (!differences.particulars().isEmpty()) {
      var card = differences.person().card();
      problems.addAll(said(residents.check(differences.merged(), card, by)));
    }
    differences.contact().ifPresent(it -> problems.addAll(said(papers.check(it, by))));
    return problems;
  }

  private static Finding would(Differences differences, boolean unknown) {
    if (unknown) {
      return Finding.changed(List.of(RECOGNISED));
    }
    var fields = differences.fields();
    return fields.isEmpty() ? Finding.unchanged() : Finding.changed(fields);
  }

  private static List<CellProblem> said(List<FieldProblem> problems) {
    return problems.stream()
        .map(it -> CellProblem.of(it.field(), it.problem(), it.args().toArray()))
        .toList();
  }

  @Override
  public Finding apply(SheetRow row, Staff by) {
    var read = roll.read(row, by);
    var look = roll.look(List.of(read), by);
    var found = found(read, look, by);
    return switch (found.state()) {
      case WRONG, UNCHANGED -> found;
      case NEW -> {
        var id = residents.register(read.command(), by).id();
        addNumbers(id, read, by);
        record(id, read.groups(), by);
        yield Finding.made(id);
      }
      case CHANGED -> {
        change(read, look, by);
        yield found;
      }
    };
  }

  private void addNumbers(ResidentId id, RollRow row, Staff by) {
    RollRow.MORE.forEach((column, system) -> {
      if (row.has(column)) {
        residents.addNumber(id, system, row.row().text(column), by);
      }
    });
  }

  private void record(ResidentId id, List<String> said, Staff by) {
    said.forEach(it -> groups.set(id, it, KNOWN_BY, roll.today(), by));
  }

  private void change(RollRow row, Roll.Look look, Staff by) {
    var person = look.known(row).orElseThrow(() -> ResidentProblem.NOT_FOUND.with());
    if (!look.changeable().contains(person.id())) {
      getToKnow(row, by);
    }
    var now = roll.look(List.of(row), by).known(row).orElse(person);
    var differences = new Differences(row, now);
    if (!differences.particulars().isEmpty()) {
      residents.change(new ChangeResident(now.id(), now.version(), differences.merged()), by);
    }
    differences
        .numbers()
        .forEach((_, number) -> residents.addNumber(now.id(), number.system(), number.value(), by));
    differences.contact().ifPresent(it -> papers.addContact(now.id(), it, by));
    var institution = row.command().firstContact();
    if (institution != null && differences.movesFirstContact()) {
      ties.tie(now.id(), institution, by);
    }
    record(now.id(), differences.groups(), by);
  }

  /// As a desk does: by registering once more, or, without a paper, by another whole number.
  private void getToKnow(RollRow row, Staff by) {
    if (row.paper().isPresent()) {
      residents.register(row.command(), by);
    } else {
      var number = row.numbers().values().stream().findFirst().orElseThrow();
      residents.registerHere(new Lookup.ByNumber(number.value()), by);
    }
  }

  @Override
  public Optional<Next> next(RunView run) {
    return Optional.of(new Next("/residents/book", "resident.book"));
  }
}
