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
import org.heyi.steering.directory.siting.EnterSite;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SiteState;
import org.heyi.steering.directory.siting.SitingFault;
import org.heyi.steering.directory.siting.SitingPlan;
import org.heyi.steering.directory.siting.SitingRoll;
import org.heyi.steering.directory.siting.Sitings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 导入点位: one row is one site of the draft. A site that is there is brought to what the row says; an
/// empty cell changes nothing.
@Component
class SiteImport implements SheetImport {

  private static final int LONGEST_CODE = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 300;

  private final Sitings sitings;
  private final SitingRoll roll;
  private final SheetChoices choices;

  SiteImport(Sitings sitings, SitingRoll roll, SheetChoices choices) {
    this.sitings = sitings;
    this.roll = roll;
    this.choices = choices;
  }

  @Override
  public String code() {
    return "clinic-sites";
  }

  @Override
  public String label() {
    return "siting.sites-sheet";
  }

  @Override
  public int order() {
    return 500;
  }

  @Override
  public boolean allowed(Staff by) {
    return sitings.mayWrite(by.area(), by);
  }

  @Override
  public Sheet sheet(Staff by) {
    return new Sheet(
        "siting.sites-sheet",
        List.of(
            Column.text("code", LONGEST_CODE).mandatory(),
            Column.text("name", LONGEST_NAME).mandatory(),
            Column.text("town", LONGEST_NAME).mandatory(),
            Column.text("village", LONGEST_NAME),
            Column.choice("state", states()).mandatory(),
            Column.date("since").mandatory(),
            Column.text("successor", LONGEST_CODE),
            Column.choice("centre", choices.centres(by)),
            Column.choice("institution", choices.clinics(by)),
            Column.text("note", LONGEST_NOTE)));
  }

  private static List<Choice> states() {
    return Arrays.stream(SiteState.values())
        .map(it -> Choice.worded(it.code(), "siting.state." + it.code()))
        .toList();
  }

  @Override
  public List<Key> keys(SheetRow row) {
    var keys = new ArrayList<Key>();
    SheetChoices.key("code", row).ifPresent(keys::add);
    SheetChoices.key("name", row).ifPresent(keys::add);
    SheetChoices.key("institution", row).ifPresent(keys::add);
    return keys;
  }

  @Override
  public List<Finding> check(List<SheetRow> rows, Staff by) {
    var there = there(by);
    var commands = new ArrayList<Optional<EnterSite>>();
    rows.forEach(it -> commands.add(command(it, there.get(it.text("code")))));
    var faults = roll.checkSites(commands.stream().flatMap(Optional::stream).toList(), by);
    var findings = new ArrayList<Finding>();
    var next = faults.iterator();
    for (var it : commands) {
      findings.add(
          it.map(command -> found(command, there.get(command.code()), next.next()))
              .orElseGet(Finding::fresh));
    }
    return findings;
  }

  private Map<String, Site> there(Staff by) {
    var there = new HashMap<String, Site>();
    roll.basis(by).map(SitingPlan::sites).orElse(List.of()).forEach(it -> there.put(it.code(), it));
    return there;
  }

  /// Empty where a cell that no site does without is empty or cannot be read.
  private static Optional<EnterSite> command(SheetRow row, @Nullable Site there) {
    var since = row.date("since");
    if (since == null || !row.has("code") || !row.has("name") || !row.has("town")) {
      return Optional.empty();
    }
    return SheetChoices.find(SiteState.values(), SiteState::code, row.text("state"))
        .map(state ->
            new EnterSite(
                row.text("code"),
                row.text("name"),
                row.text("town"),
                row.has("village") || there == null ? row.text("village") : there.village(),
                institution("centre", row, there == null ? null : there.centre()),
                institution("institution", row, there == null ? null : there.institution()),
                state,
                since,
                row.has("successor") || there == null || there.state() != state
                    ? successor(row)
                    : there.successor(),
                row.has("note") || there == null ? row.text("note") : there.note()));
  }

  private static @Nullable String successor(SheetRow row) {
    return row.has("successor") ? row.text("successor") : null;
  }

  private static @Nullable InstitutionId institution(
      String column, SheetRow row, @Nullable InstitutionId there) {
    return row.has(column) ? InstitutionId.of(row.text(column)) : there;
  }

  private static Finding found(EnterSite it, @Nullable Site there, List<SitingFault> faults) {
    if (!faults.isEmpty()) {
      return Finding.wrong(SheetChoices.problems(faults));
    }
    if (there == null) {
      return Finding.fresh();
    }
    var fields = new ArrayList<String>();
    note(fields, "name", it.name(), there.name());
    note(fields, "town", it.town(), there.town());
    note(fields, "village", it.village(), there.village());
    note(fields, "state", it.state(), there.state());
    note(fields, "since", it.since(), there.since());
    note(fields, "successor", it.successor(), there.successor());
    note(fields, "centre", it.centre(), there.centre());
    note(fields, "institution", it.institution(), there.institution());
    note(fields, "note", it.note(), there.note());
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
    var there = roll.site(row.text("code"), by).orElse(null);
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
