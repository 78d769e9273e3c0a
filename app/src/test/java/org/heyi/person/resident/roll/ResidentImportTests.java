package org.heyi.person.resident.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.ResidentProblem;
import org.heyi.person.resident.ResidentView;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.identity.IdentityProblem;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.ImportTrials;
import org.heyi.platform.sheet.RunState;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.sheet.SeededSheet;
import org.heyi.platform.sheet.read.SheetProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Residents from a sheet.
@HeyiTest
class ResidentImportTests {

  private static final String KIND = "residents";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired Residents residents;
  @Autowired ImportTrials trials;
  @Autowired JdbcClient jdbc;

  Staff clerk;

  @BeforeEach
  void aClerk() {
    clerk = TestStaff.another("desk-clerk", "roll-hospital-" + COUNT.incrementAndGet());
  }

  private static Map<String, Object> person() {
    var row = new LinkedHashMap<String, Object>();
    int count = COUNT.incrementAndGet();
    row.put("name", TestResidents.NAMES.get(count % TestResidents.NAMES.size()));
    row.put("number", TestResidents.number());
    row.put("phone", TestResidents.phone());
    row.put("address", "试验路 " + count + " 号");
    row.put("residence", "户籍常住");
    row.put("consent", "本人同意");
    return row;
  }

  private static Map<String, Object> without(String... columns) {
    var row = person();
    List.of(columns).forEach(row::remove);
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
    trials.goesAllTheWay(KIND, seeded(600, 4), clerk);
  }

  @Test
  @Tag("large")
  void tenThousandRowsGoAllTheWay() {
    trials.goesAllTheWay(KIND, seeded(10_000, 40), clerk);
  }

  /// EHR-07: whoever cares for residents may say their groups; a second time nothing changes, and
  /// an empty cell ends nothing.
  @Test
  @Satisfies("EHR-07")
  void groupsAreRecordedFromTheRollByWhoCares() {
    var doctor = TestStaff.another("village-doctor", "roll-clinic-" + COUNT.incrementAndGet());
    var row = person();
    row.put("hypertension", "是");
    row.put("poor", "否");
    var id = imported(row, new Counts(1, 0, 0, 0), doctor);
    assertThat(residents.view(id, doctor).flags())
        .extracting(ResidentView.Flag::code, ResidentView.Flag::source)
        .containsExactly(tuple("hypertension", "roll"));

    row.put("hypertension", "");
    row.put("poor", "是");
    imported(row, new Counts(0, 1, 0, 0), doctor);
    imported(row, new Counts(0, 0, 1, 0), doctor);

    assertThat(residents.view(id, doctor).flags())
        .extracting(ResidentView.Flag::code)
        .containsExactlyInAnyOrder("hypertension", "poor");
  }

  private ResidentId imported(Map<String, Object> row, Counts expected, Staff by) {
    var sheet = new SeededSheet();
    sheet.add(new LinkedHashMap<>(row));
    var trial = trials.check(KIND, sheet, by);
    assertThat(trial.counts()).isEqualTo(expected);
    if (expected.writing() > 0) {
      trials.apply(KIND, trial.run(), ImportMode.ALL, by);
    }
    return jdbc.sql("select resident from resident.identifier where value = :number")
        .param("number", row.get("number"))
        .query((found, _) -> new ResidentId(found.getObject("resident", UUID.class)))
        .single();
  }

  private SeededSheet seeded(int rows, int times) {
    var sheet = new SeededSheet();
    for (int i = 0; i < rows; i++) {
      sheet.add(person());
    }
    int apart = rows / times / 2;
    for (int i = 0; i < times; i++) {
      sowInNumbers(sheet, 2 + 2 * i * apart);
      sowInParticulars(sheet, 2 + 2 * i * apart + 20);
      sowInRules(sheet, 2 + (2 * i + 1) * apart);
    }
    return sheet;
  }

  private static void sowInNumbers(SeededSheet sheet, int at) {
    var good = TestResidents.number();
    sheet.sow(at, "number", "", ResidentProblem.NUMBER_OR_REASON);
    sheet.put(at, "birth-date", "1980-01-01");
    sheet.put(at, "sex", "女");
    sheet.sow(at + 1, "number", good.substring(1), IdentityProblem.ID_LENGTH);
    sheet.sow(at + 2, "number", "A" + good.substring(1), IdentityProblem.ID_CHARACTER);
    sheet.sow(at + 3, "number", swapped(good), IdentityProblem.ID_CHECK_DIGIT);
    sheet.sow(at + 4, "number", "980001198013019999", IdentityProblem.ID_BIRTH_DATE);
    sheet.sow(at + 5, "number", 9.90001198001011e17, SheetProblem.DIGITS_LOST);
    sheet.sow(at + 6, "number", "9.9E+17", SheetProblem.DIGITS_LOST);
    sheet.sow(at + 7, "system", "会员卡", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 8, "health-card", "12-3", IdentityProblem.NUMBER_SHAPE);
    sheet.sow(at + 9, "passport", "!", IdentityProblem.NUMBER_SHAPE);
    sheet.sow(at + 10, "local-number", LocalDate.of(2026, 3, 4), SheetProblem.BECAME_A_DATE);
  }

  private static String swapped(String number) {
    char last = number.charAt(17);
    return number.substring(0, 17) + (last == '1' ? '2' : '1');
  }

  private static void sowInParticulars(SeededSheet sheet, int at) {
    sheet.sow(at, "name", "", SheetProblem.REQUIRED);
    sheet.sow(at + 1, "name", "王\u200B秀英", IdentityProblem.NAME_INVISIBLE);
    sheet.sow(at + 2, "name", "王?", IdentityProblem.NAME_CHARACTER);
    sheet.sow(at + 3, "name", "王".repeat(101), IdentityProblem.NAME_TOO_LONG);
    sheet.sow(at + 4, "phone", "12345", IdentityProblem.PHONE_SHAPE);
    sheet.sow(at + 5, "sex", "阳", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 6, "birth-date", "昨天", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 7, "birth-date", "1900-01-02", ResidentProblem.BIRTH_DATE_DISAGREES);
    sheet.sow(at + 8, "residence", "", SheetProblem.REQUIRED);
    sheet.sow(at + 9, "residence", "外地", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 10, "address", "路".repeat(201), SheetProblem.TOO_LONG);
    sheet.sow(at + 11, "consent", "", ResidentProblem.CONSENT_MISSING);
    sheet.put(at + 12, "consent", "监护人或代理人同意");
    sheet.expect(at + 12, "guardian", ResidentProblem.GUARDIAN_NOT_NAMED.code());
    sheet.put(at + 13, "contact-name", "李明");
    sheet.expect(at + 13, "contact-phone", IdentityProblem.PHONE_SHAPE.code());
    sheet.expect(at + 13, "contact-relation", ResidentProblem.NOT_IN_LIST.code());
    sheet.sow(at + 14, "first-contact", "elsewhere-clinic", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 15, "own-code", SeededSheet.ERROR, SheetProblem.ERROR_IN_CELL);
    sheet.sow(at + 16, "phone", "?", IdentityProblem.PHONE_SHAPE);
    sheet.sow(at + 16, "birth-date", "2026-13-01", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 16, "residence", "?", SheetProblem.NOT_IN_LIST);
  }

  private void sowInRules(SeededSheet sheet, int at) {
    sheet.sow(at + 1, "number", sheet.text(at, "number"), SheetProblem.DOUBLE_ROW);
    var elsewhere = TestStaff.with("desk-clerk", "roll-elsewhere");
    var number = TestResidents.number();
    TestResidents.register(TestResidents.named("别名", number, elsewhere), elsewhere);
    sheet.sow(at + 2, "number", number, ResidentProblem.NUMBER_TAKEN);
    sheet.row(at + 3).put("health-card", "CARD" + number);
    sheet.sow(at + 4, "health-card", "CARD" + number, SheetProblem.DOUBLE_ROW);
  }

  @Test
  @Satisfies("EHR-01")
  void aRowWithSeveralNumbersIsOnePersonWithAllOfThem() {
    var sheet = new SeededSheet();
    var row = person();
    row.put("health-card", "HC" + COUNT.incrementAndGet() + "00000");
    row.put("local-number", "BA-77");
    sheet.add(row);

    var run = trials.check(KIND, sheet, clerk).run();
    trials.apply(KIND, run, ImportMode.ALL, clerk);

    assertThat(view(row).numbers())
        .extracting(ResidentView.Number::system)
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("ID_CARD", "HEALTH_CARD", "LOCAL_NUMBER");
  }

  /// Without a paper a person is found again by name, birth date and phone.
  @Test
  void whoHasNoNumberIsRegisteredOnceAllTheSame() {
    var sheet = new SeededSheet();
    var newborn = without("number");
    newborn.put("no-number-reason", "新生儿，尚未办理证件");
    newborn.put("birth-date", LocalDate.of(2026, 11, 20));
    newborn.put("sex", "男");
    newborn.put("consent", "监护人或代理人同意");
    newborn.put("guardian", "李明");
    newborn.put("contact-name", "李明");
    newborn.put("contact-relation", "父母");
    newborn.put("contact-phone", "13900000000");
    sheet.add(newborn);
    var unreachable = new LinkedHashMap<>(newborn);
    unreachable.put("name", "另一人");
    unreachable.remove("phone");
    sheet.expect(sheet.add(unreachable), "phone", ResidentProblem.PHONE_NEEDED.code());

    var trial = trials.check(KIND, sheet, clerk);
    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
    trials.apply(KIND, trial.run(), ImportMode.SKIP, clerk);

    trials.changesNothing(KIND, sheet, 1, clerk);
  }

  @Test
  void whoIsThereIsBroughtUpToTheRowAndNothingIsErased() {
    var row = person();
    var sheet = new SeededSheet();
    sheet.add(row);
    trials.apply(KIND, trials.check(KIND, sheet, clerk).run(), ImportMode.ALL, clerk);

    var moved = new LinkedHashMap<String, Object>();
    moved.put("name", row.get("name"));
    moved.put("number", row.get("number"));
    moved.put("address", "新街 2 号");
    moved.put("contact-name", "李明");
    moved.put("contact-relation", "父母");
    moved.put("contact-phone", "13900000000");
    var later = new SeededSheet();
    later.add(moved);
    var trial = trials.check(KIND, later, clerk);
    assertThat(trial.counts()).isEqualTo(new Counts(0, 1, 0, 0));
    trials.apply(KIND, trial.run(), ImportMode.ALL, clerk);

    var view = view(row);
    assertThat(view.address()).isEqualTo("新街 2 号");
    assertThat(view.phone()).isNotEmpty();
    assertThat(view.contacts()).hasSize(1);
    trials.changesNothing(KIND, later, 0, clerk);
  }

  /// Somebody whom another institution registered becomes known here, and is no second person.
  @Test
  void whoIsRegisteredElsewhereIsRecognised() {
    var elsewhere = TestStaff.with("desk-clerk", "roll-elsewhere");
    var row = person();
    var id =
        TestResidents.register(
            TestResidents.named(
                SeededSheet.text(row, "name"), SeededSheet.text(row, "number"), elsewhere),
            elsewhere);
    var sheet = new SeededSheet();
    sheet.add(row);

    var trial = trials.check(KIND, sheet, clerk);
    assertThat(trial.counts()).isEqualTo(new Counts(0, 1, 0, 0));
    trials.apply(KIND, trial.run(), ImportMode.ALL, clerk);

    assertThat(view(row).id()).isEqualTo(id);
    trials.changesNothing(KIND, sheet, 0, clerk);
  }

  /// What was right when it was looked through may be wrong when it is written: then all or none.
  @Test
  void allOrNothingWritesNothingWhenOneRowIsRefused() {
    var sheet = new SeededSheet();
    for (int i = 0; i < 120; i++) {
      sheet.add(person());
    }
    var run = trials.check(KIND, sheet, clerk).run();
    TestResidents.register(TestResidents.named("抢先", sheet.text(101, "number"), clerk), clerk);
    var before = registeredBy();

    var done = trials.apply(KIND, run, ImportMode.ALL, clerk);

    assertThat(done.state()).isEqualTo(RunState.REFUSED);
    assertThat(done.wrong())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.number()).isEqualTo(101);
          assertThat(it.problems().getFirst().code()).isEqualTo("resident.number-taken");
        });
    assertThat(registeredBy()).isEqualTo(before);
  }

  /// The same file by two people at once, and each file by two workers: every person once.
  @Test
  void theSameFileByTwoPeopleAtOnceMakesNobodyTwice() throws Exception {
    int attempts = 4;
    int doubled = 0;
    int lost = 0;
    for (int attempt = 0; attempt < attempts; attempt++) {
      var sheet = new SeededSheet();
      for (int i = 0; i < 60; i++) {
        var row = i % 3 == 0 ? without("number") : person();
        if (i % 3 == 0) {
          row.put("no-number-reason", "无户口");
          row.put("birth-date", "1990-01-01");
          row.put("sex", "女");
        }
        sheet.add(row);
      }
      var colleague = TestStaff.another("desk-clerk", clerk.institution().value());
      var one = trials.check(KIND, sheet, clerk).run();
      var other = trials.check(KIND, sheet, colleague).run();
      trials.begin(KIND, one, ImportMode.SKIP, clerk);
      trials.begin(KIND, other, ImportMode.SKIP, colleague);
      AtOnce.times(4, i -> Executors.callable(() -> trials.goOn(i % 2 == 0 ? one : other)));
      var phones = sheet.rows().stream().map(it -> SeededSheet.text(it, "phone")).toList();
      var people = people(phones);
      doubled += people.values().stream().mapToInt(it -> Math.max(0, it - 1)).sum();
      lost += sheet.size() - people.size();
      var made = trials.done(KIND, one, clerk).fresh() + trials.done(KIND, other, clerk).fresh();
      assertThat(made).isEqualTo(sheet.size());
    }
    System.out.printf(
        "import race: %d attempts of 60 rows by 2 people and 4 workers, doubled %d, lost %d%n",
        attempts, doubled, lost);
    assertThat(doubled).isZero();
    assertThat(lost).isZero();
  }

  private Map<String, Integer> people(List<String> phones) {
    var found = new LinkedHashMap<String, Integer>();
    jdbc.sql(
            "select phone, count(*) as n from resident.resident where phone = any (:phones) group by phone")
        .param("phones", phones.toArray(String[]::new))
        .query(row -> {
          found.put(row.getString("phone"), row.getInt("n"));
        });
    return found;
  }

  private long registeredBy() {
    return jdbc.sql("select count(*) from resident.resident where registered_by = :by")
        .param("by", clerk.account().value())
        .query(Long.class)
        .single();
  }

  private ResidentView view(Map<String, Object> row) {
    var id =
        jdbc.sql(
                "select resident from resident.identifier where system = 'ID_CARD' and value = :number")
            .param("number", row.get("number"))
            .query(java.util.UUID.class)
            .single();
    return residents.view(new ResidentId(id), clerk);
  }
}
