package org.heyi.flow.capacity.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.flow.capacity.CapacityDuty;
import org.heyi.flow.capacity.DraftClinic;
import org.heyi.flow.capacity.Drafts;
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

/// 导入出诊安排: drafts clinics. A draft that differs is drafted anew; what is published or stopped is
/// changed on its own page, where those who booked are told.
@Component
class ClinicImport implements SheetImport {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_PLACE = 100;

  private final Drafts drafts;
  private final Institutions institutions;

  ClinicImport(Drafts drafts, Institutions institutions) {
    this.drafts = drafts;
    this.institutions = institutions;
  }

  @Override
  public String code() {
    return "clinics";
  }

  @Override
  public String label() {
    return "capacity.sheet";
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public boolean allowed(Staff by) {
    return by.may(CapacityDuty.PLAN);
  }

  @Override
  public Sheet sheet(Staff by) {
    var departments =
        institutions.departments(by.institution()).stream()
            .map(it -> Choice.named(it.code(), it.name()))
            .toList();
    return new Sheet(
        "capacity.sheet",
        List.of(
            Column.date("day").mandatory(),
            Column.choice("department", departments).mandatory(),
            Column.text("practitioner", LONGEST_NAME).mandatory(),
            Column.choice("session", worded("capacity.session-", "am", "pm", "evening"))
                .mandatory(),
            Column.choice("class", worded("capacity.class-", "expert", "ordinary")).mandatory(),
            Column.text("place", LONGEST_PLACE).mandatory(),
            Column.time("start").mandatory(),
            Column.whole("minutes").mandatory(),
            Column.whole("segments").mandatory(),
            Column.whole("places").mandatory(),
            Column.whole("reserved"),
            Column.whole("extra-limit")));
  }

  private static List<Choice> worded(String prefix, String... codes) {
    return List.of(codes).stream().map(it -> Choice.worded(it, prefix + it)).toList();
  }

  @Override
  public List<Key> keys(SheetRow row) {
    return ClinicRow.of(row).key().stream()
        .map(it -> new Key("practitioner", it.toString()))
        .toList();
  }

  @Override
  public List<Finding> check(List<SheetRow> rows, Staff by) {
    var read = rows.stream().map(ClinicRow::of).toList();
    var there = there(read, by);
    return read.stream()
        .map(it -> found(it, it.key().flatMap(key -> Optional.ofNullable(there.get(key))), by))
        .toList();
  }

  private Map<DraftClinic.Key, Drafts.There> there(List<ClinicRow> rows, Staff by) {
    var days = rows.stream().flatMap(it -> it.key().stream()).map(DraftClinic.Key::day).toList();
    return days.isEmpty()
        ? Map.of()
        : drafts.there(
            days.stream().min(Comparator.<LocalDate>naturalOrder()).orElseThrow(),
            days.stream().max(Comparator.<LocalDate>naturalOrder()).orElseThrow(),
            by);
  }

  private Finding found(ClinicRow row, Optional<Drafts.There> there, Staff by) {
    var problems = new ArrayList<>(row.problems());
    var day = row.row().date("day");
    if (day != null) {
      drafts.check(day, by).ifPresent(it -> problems.add(CellProblem.of("day", it)));
    }
    var clinic = row.clinic();
    clinic
        .flatMap(it -> drafts.check(it.segments(), by))
        .ifPresent(it -> problems.add(CellProblem.of("start", it)));
    if (clinic.isEmpty() || !problems.isEmpty()) {
      return problems.isEmpty() ? Finding.fresh() : Finding.wrong(problems);
    }
    return there.map(it -> compared(clinic.get(), it)).orElseGet(Finding::fresh);
  }

  private static Finding compared(DraftClinic clinic, Drafts.There there) {
    var fields = new ArrayList<String>();
    if (!clinic.place().equals(there.planned().place())) {
      fields.add("place");
    }
    if (!clinic.segments().equals(there.planned().segments())) {
      fields.add("start");
    }
    if (clinic.extraLimit() != there.planned().extraLimit()) {
      fields.add("extra-limit");
    }
    if (fields.isEmpty()) {
      return Finding.unchanged();
    }
    return there.follows()
        ? Finding.changed(fields)
        : Finding.wrong(
            new CellProblem(
                "practitioner",
                "capacity.clinic-differs",
                List.of(clinic.practitioner(), clinic.day().toString())));
  }

  @Override
  public Finding apply(SheetRow row, Staff by) {
    var read = ClinicRow.of(row);
    var found = found(read, read.key().flatMap(it -> drafts.there(it, by)), by);
    return switch (found.state()) {
      case WRONG, UNCHANGED -> found;
      case NEW -> Finding.made(draft(read, by).id());
      case CHANGED -> {
        draft(read, by);
        yield found;
      }
    };
  }

  private Drafts.Drafted draft(ClinicRow row, Staff by) {
    return drafts.draft(row.clinic().orElseThrow(), by);
  }

  @Override
  public Optional<Next> next(RunView run) {
    return Optional.of(new Next("/clinics", "capacity.sheet.to-clinics"));
  }
}
