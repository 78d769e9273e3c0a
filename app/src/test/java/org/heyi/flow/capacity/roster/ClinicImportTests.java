package org.heyi.flow.capacity.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.ClinicChange;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.Drafts;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.ImportTrials;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.sheet.SeededSheet;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.steering.directory.Institutions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Clinics from a sheet, at a hospital that no other test uses.
@HeyiTest
class ClinicImportTests {

  private static final String KIND = "clinics";
  private static final String HOSPITAL = "taicang-fubao";
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired ImportTrials trials;
  @Autowired Institutions institutions;
  @Autowired Clinics clinics;
  @Autowired Drafts drafts;

  Staff clerk;
  String department;

  @BeforeEach
  void aClerk() {
    clerk = TestStaff.with("schedule-clerk", HOSPITAL);
    department = institutions.departments(InstitutionId.of(HOSPITAL)).getFirst().name();
  }

  private Map<String, Object> clinic() {
    var row = new LinkedHashMap<String, Object>();
    int count = COUNT.incrementAndGet();
    row.put("day", FIRST.plusDays(count % 60).toString());
    row.put("department", department);
    row.put("practitioner", "王医师" + count);
    row.put("session", "上午");
    row.put("class", "普通");
    row.put("place", "门诊楼 2 层");
    row.put("start", "08:00");
    row.put("minutes", "30");
    row.put("segments", "8");
    row.put("places", "4");
    row.put("reserved", "2");
    return row;
  }

  @Test
  void everyErrorOfTenThousandRowsIsPinpointedAndNoneInvented() {
    var trial = trials.check(KIND, seeded(10_000, 40), clerk);

    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
  }

  @Test
  void rightRowsAreWrittenOnceAndTheMarkedCopyIsMended() {
    trials.goesAllTheWay(KIND, seeded(400, 4), clerk);
  }

  @Test
  @Tag("large")
  void tenThousandRowsGoAllTheWay() {
    trials.goesAllTheWay(KIND, seeded(10_000, 40), clerk);
  }

  private SeededSheet seeded(int rows, int times) {
    var sheet = new SeededSheet();
    for (int i = 0; i < rows; i++) {
      sheet.add(clinic());
    }
    int apart = rows / times;
    for (int i = 0; i < times; i++) {
      sow(sheet, 2 + i * apart);
    }
    return sheet;
  }

  private static void sow(SeededSheet sheet, int at) {
    int next = at;
    for (var column : sheet.row(at).keySet()) {
      if (!column.equals("reserved")) {
        sheet.sow(next++, column, "", SheetProblem.REQUIRED);
      }
    }
    sheet.sow(next++, "day", "2026-11-22", "capacity.period-not-possible");
    sheet.sow(next++, "day", "2027-11-22", "capacity.period-not-possible");
    sheet.sow(next++, "day", "12月1日", SheetProblem.NOT_A_DATE);
    sheet.sow(next++, "department", "航天科", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "practitioner", "王".repeat(51), SheetProblem.TOO_LONG);
    sheet.sow(next++, "session", "凌晨", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "class", "特需", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "place", "路".repeat(101), SheetProblem.TOO_LONG);
    sheet.sow(next++, "start", "25:00", SheetProblem.NOT_A_TIME);
    sheet.sow(next++, "start", "23:00", "capacity.segment-not-possible");
    sheet.sow(next++, "minutes", "4", "capacity.field-minutes-wrong");
    sheet.sow(next++, "minutes", "半小时", SheetProblem.NOT_A_NUMBER);
    sheet.sow(next++, "segments", "49", "capacity.field-segments-wrong");
    sheet.sow(next++, "places", "0", "capacity.field-places-wrong");
    sheet.sow(next++, "places", 4.5, SheetProblem.NOT_A_NUMBER);
    sheet.sow(next++, "reserved", "5", "capacity.field-reserved-wrong");
    sheet.sow(next++, "extra-limit", "101", "capacity.field-extraLimit-wrong");
    sheet.sow(next++, "extra-limit", SeededSheet.ERROR, SheetProblem.ERROR_IN_CELL);
    sheet.row(next).put("start", LocalTime.of(8, 0));
    var twice = next + 1;
    sheet.put(twice, "day", sheet.text(next, "day"));
    sheet.sow(twice, "practitioner", sheet.text(next, "practitioner"), SheetProblem.DOUBLE_ROW);
  }

  @Test
  void aDraftFollowsTheSheetAndWhatIsPublishedDoesNot() {
    var row = clinic();
    write(row, new Counts(1, 0, 0, 0));
    row.put("places", "6");
    write(row, new Counts(0, 1, 0, 0));
    write(row, new Counts(0, 0, 1, 0));
    var day = LocalDate.parse(SeededSheet.text(row, "day"));
    var there = there(row, day);
    assertThat(there.planned().segments()).hasSize(8).allMatch(it -> it.places() == 6);

    clinics.publish(new PublishClinics("", day, day, "试验"), clerk);
    write(row, new Counts(0, 0, 1, 0));
    row.put("places", "7");
    refused(row, "capacity.clinic-differs");

    var published = there(row, day);
    clinics.stop(new ClinicChange.Stop(published.id(), published.version(), "停电", "试验"), clerk);
    row.put("places", "6");
    write(row, new Counts(0, 0, 1, 0));
    row.put("places", "7");
    refused(row, "capacity.clinic-differs");
  }

  private Drafts.There there(Map<String, Object> row, LocalDate day) {
    return drafts.there(day, day, clerk).values().stream()
        .filter(it -> it.planned().practitioner().equals(row.get("practitioner")))
        .findFirst()
        .orElseThrow();
  }

  private void write(Map<String, Object> row, Counts expected) {
    var sheet = new SeededSheet();
    sheet.add(row);
    var trial = trials.check(KIND, sheet, clerk);
    assertThat(trial.counts()).isEqualTo(expected);
    if (expected.writing() > 0) {
      trials.apply(KIND, trial.run(), ImportMode.ALL, clerk);
    }
  }

  private void refused(Map<String, Object> row, String code) {
    var sheet = new SeededSheet();
    sheet.expect(sheet.add(row), "practitioner", code);
    var trial = trials.check(KIND, sheet, clerk);
    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
  }
}
