package org.heyi.steering.directory.siting.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.Column;
import org.heyi.platform.sheet.Column.Choice;
import org.heyi.platform.sheet.Finding;
import org.heyi.platform.sheet.RunView;
import org.heyi.platform.sheet.Sheet;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.sheet.SheetRow;
import org.heyi.steering.directory.siting.EnterSettlement;
import org.heyi.steering.directory.siting.ServedBy;
import org.heyi.steering.directory.siting.Settlement;
import org.heyi.steering.directory.siting.SitingFault;
import org.heyi.steering.directory.siting.SitingPlan;
import org.heyi.steering.directory.siting.SitingRoll;
import org.heyi.steering.directory.siting.Sitings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 导入居民点: one row is one settlement of the draft and who serves it. One that is there is brought to
/// what the row says; an empty cell changes nothing.
@Component
class SettlementImport implements SheetImport {

  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_NAME = 60;

  private final Sitings sitings;
  private final SitingRoll roll;
  private final SheetChoices choices;

  SettlementImport(Sitings sitings, SitingRoll roll, SheetChoices choices) {
    this.sitings = sitings;
    this.roll = roll;
    this.choices = choices;
  }

  @Override
  public String code() {
    return "settlements";
  }

  @Override
  public String label() {
    return "siting.settlements-sheet";
  }

  @Override
  public int order() {
    return 510;
  }

  @Override
  public boolean allowed(Staff by) {
    return sitings.mayWrite(by.area(), by);
  }

  @Override
  public Sheet sheet(Staff by) {
    return new Sheet(
        "siting.settlements-sheet",
        List.of(
            Column.text("code", LONGEST_CODE).mandatory(),
            Column.text("name", LONGEST_NAME).mandatory(),
            Column.text("town", LONGEST_NAME).mandatory(),
            Column.choice("kind", kinds()).mandatory(),
            Column.whole("population"),
            Column.choice("centre", choices.centres(by)),
            Column.choice("served", ways()),
            Column.text("site", LONGEST_CODE)));
  }

  private static List<Choice> kinds() {
    return Arrays.stream(Settlement.Kind.values())
        .map(it -> Choice.worded(it.code(), "siting.kind." + it.code()))
        .toList();
  }

  private static List<Choice> ways() {
    return Arrays.stream(ServedBy.values())
        .map(it -> Choice.worded(it.code(), "siting.served." + it.code()))
        .toList();
  }

  @Override
  public List<Key> keys(SheetRow row) {
    var keys = new ArrayList<Key>();
    SheetChoices.key("code", row).ifPresent(keys::add);
    if (row.has("town") && row.has("name")) {
      keys.add(new Key("name", "place " + row.text("town") + " " + row.text("name")));
    }
    return keys;
  }

  @Override
  public List<Finding> check(List<SheetRow> rows, Staff by) {
    var there = there(by);
    var commands = new ArrayList<Optional<EnterSettlement>>();
    rows.forEach(it -> commands.add(command(it, there.get(it.text("code")))));
    var faults = roll.checkSettlements(commands.stream().flatMap(Optional::stream).toList(), by);
    var findings = new ArrayList<Finding>();
    var next = faults.iterator();
    for (var it : commands) {
      findings.add(
          it.map(command -> found(command, there.get(command.code()), next.next()))
              .orElseGet(Finding::fresh));
    }
    return findings;
  }

  private Map<String, Settlement> there(Staff by) {
    var there = new HashMap<String, Settlement>();
    roll.basis(by)
        .map(SitingPlan::settlements)
        .orElse(List.of())
        .forEach(it -> there.put(it.code(), it));
    return there;
  }

  /// Empty where a cell that no settlement does without is empty or cannot be read.
  private static Optional<EnterSettlement> command(SheetRow row, @Nullable Settlement there) {
    if (!row.has("code") || !row.has("name") || !row.has("town")) {
      return Optional.empty();
    }
    return SheetChoices.find(Settlement.Kind.values(), Settlement.Kind::code, row.text("kind"))
        .map(kind ->
            new EnterSettlement(
                row.text("code"),
                row.text("name"),
                row.text("town"),
                kind,
                population(row, there),
                centre(row, there),
                served(row, there),
                site(row, there)));
  }

  private static @Nullable Integer population(SheetRow row, @Nullable Settlement there) {
    return row.has("population")
        ? Integer.valueOf(row.whole("population"))
        : there == null ? null : there.population();
  }

  private static @Nullable InstitutionId centre(SheetRow row, @Nullable Settlement there) {
    return row.has("centre")
        ? InstitutionId.of(row.text("centre"))
        : there == null ? null : there.centre();
  }

  /// Who names a site means that it serves.
  private static ServedBy served(SheetRow row, @Nullable Settlement there) {
    return SheetChoices.find(ServedBy.values(), ServedBy::code, row.text("served"))
        .orElseGet(() ->
            row.has("site") ? ServedBy.SITE : there == null ? ServedBy.NOBODY : there.servedBy());
  }

  private static @Nullable String site(SheetRow row, @Nullable Settlement there) {
    if (row.has("site")) {
      return row.text("site");
    }
    return there != null && served(row, there) == there.servedBy() ? there.site() : null;
  }

  private static Finding found(
      EnterSettlement it, @Nullable Settlement there, List<SitingFault> faults) {
    if (!faults.isEmpty()) {
      return Finding.wrong(SheetChoices.problems(faults));
    }
    if (there == null) {
      return Finding.fresh();
    }
    var fields = new ArrayList<String>();
    note(fields, "name", it.name(), there.name());
    note(fields, "town", it.town(), there.town());
    note(fields, "kind", it.kind(), there.kind());
    note(fields, "population", it.population(), there.population());
    note(fields, "centre", it.centre(), there.centre());
    note(fields, "served", it.servedBy(), there.servedBy());
    note(fields, "site", it.site(), there.site());
    return fields.isEmpty() ? Finding.unchanged() : Finding.changed(fields);
  }

  private static void note(
      List<String> fields, String column, @Nullable Object said, @Nullable Object there) {
    if (!Objects.equals(said, there)) {
      fields.add(column);
    }
  }

  @Override
  public Finding apply(SheetRow row, Staff by) {
    var there = roll.settlement(row.text("code"), by).orElse(null);
    var command = command(row, there).orElseThrow();
    var found = found(command, there, roll.check(command, by));
    return switch (found.state()) {
      case WRONG, UNCHANGED -> found;
      case NEW, CHANGED -> {
        roll.put(command, by);
        yield found;
      }
    };
  }

  @Override
  public Optional<Next> next(RunView run) {
    return Optional.of(new Next("/siting", "siting.to-plan"));
  }
}
