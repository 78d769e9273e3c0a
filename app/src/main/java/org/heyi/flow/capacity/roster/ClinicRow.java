package org.heyi.flow.capacity.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.heyi.flow.capacity.DraftClinic;
import org.heyi.flow.capacity.PlanTemplate;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.SheetRow;

/// 出诊安排一行: one clinic as a row says it: a session in equal segments, as the form of templates has
/// it.
record ClinicRow(SheetRow row, List<CellProblem> problems) {

  private static final List<String> OF_THE_KEY =
      List.of("department", "practitioner", "day", "session", "class");
  private static final List<String> OF_THE_SEGMENTS =
      List.of("start", "minutes", "segments", "places");

  static ClinicRow of(SheetRow row) {
    var problems = new ArrayList<CellProblem>();
    check(problems, row, "minutes", PlanTemplate.MINUTES, "capacity.field-minutes-wrong");
    check(problems, row, "segments", PlanTemplate.SEGMENTS, "capacity.field-segments-wrong");
    check(problems, row, "places", PlanTemplate.PLACES, "capacity.field-places-wrong");
    check(problems, row, "reserved", PlanTemplate.RESERVED, "capacity.field-reserved-wrong");
    check(problems, row, "extra-limit", PlanTemplate.RESERVED, "capacity.field-extraLimit-wrong");
    boolean right =
        problems.stream().noneMatch(it -> List.of("places", "reserved").contains(it.column()));
    if (right && row.has("places") && row.whole("reserved") > row.whole("places")) {
      problems.add(new CellProblem("reserved", "capacity.field-reserved-wrong", List.of()));
    }
    return new ClinicRow(row, problems);
  }

  private static void check(
      List<CellProblem> problems, SheetRow row, String column, String form, String otherwise) {
    if (row.has(column) && !row.text(column).matches(form)) {
      problems.add(new CellProblem(column, otherwise, List.of()));
    }
  }

  /// Empty while something of it is missing.
  Optional<DraftClinic.Key> key() {
    var day = row.date("day");
    return day == null || !OF_THE_KEY.stream().allMatch(row::has)
        ? Optional.empty()
        : Optional.of(
            new DraftClinic.Key(
                row.text("department"),
                row.text("practitioner"),
                day,
                row.text("session"),
                row.text("class")));
  }

  /// Empty while something of it is missing or wrong.
  Optional<DraftClinic> clinic() {
    boolean whole =
        problems.isEmpty()
            && row.unreadable().isEmpty()
            && Stream.concat(OF_THE_SEGMENTS.stream(), Stream.of("place")).allMatch(row::has);
    return key()
        .filter(_ -> whole)
        .map(key ->
            new DraftClinic(
                key.department(),
                key.practitioner(),
                key.day(),
                key.session(),
                key.slotClass(),
                row.text("place"),
                row.whole("extra-limit"),
                segments()));
  }

  private List<PlanTemplate.Segment> segments() {
    return PlanTemplate.even(
        Objects.requireNonNull(row.time("start")),
        row.whole("minutes"),
        row.whole("segments"),
        row.whole("places"),
        row.whole("reserved"));
  }
}
