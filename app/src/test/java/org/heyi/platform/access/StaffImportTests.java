package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.ImportTrials;
import org.heyi.platform.sheet.SeededSheet;
import org.heyi.platform.sheet.read.SheetProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Staff and posts from a sheet.
@HeyiTest
class StaffImportTests {

  private static final String KIND = "accounts";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String COMMISSION = "imports-commission";
  private static final String CLINIC = "imports-clinic";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired Accounts accounts;
  @Autowired Departures departures;
  @Autowired ImportTrials trials;

  Staff admin;

  @BeforeEach
  void administrators() {
    admin = TestStaff.with("system-admin", COMMISSION);
    TestStaff.with("village-doctor", CLINIC);
    TestStaff.with("village-doctor", "elsewhere-imports");
  }

  static Map<String, String> person(String login) {
    var row = new LinkedHashMap<String, String>();
    row.put("login", login);
    row.put("name", "李 明" + login.length());
    row.put("phone", "138 0000 0000");
    row.put("role", "乡村医生");
    row.put("institution", CLINIC);
    row.put("from", "2026/1/2");
    return row;
  }

  static String login() {
    return "imp" + COUNT.incrementAndGet();
  }

  /// An account that is there, as [#person] of the same login says it.
  private AccountView existing(String login) {
    var row = person(login);
    var id =
        accounts.enrol(
            new OpenAccount(
                login,
                SeededSheet.text(row, "name"),
                "13800000000",
                "village-doctor",
                InstitutionId.of(CLINIC),
                null,
                LocalDate.of(2026, 1, 2)),
            null,
            admin);
    return accounts.view(id, admin);
  }

  @Test
  void everyErrorOfTenThousandRowsIsPinpointedAndNoneInvented() {
    var trial = trials.check(KIND, seeded(10_000, 40), admin);

    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
  }

  @Test
  void rightRowsAreWrittenOnceAndTheMarkedCopyIsMended() {
    trials.goesAllTheWay(KIND, seeded(1_000, 4), admin);
  }

  @Test
  @Tag("large")
  void tenThousandRowsGoAllTheWay() {
    trials.goesAllTheWay(KIND, seeded(10_000, 40), admin);
  }

  private SeededSheet seeded(int rows, int times) {
    var sheet = new SeededSheet();
    for (int i = 0; i < rows; i++) {
      sheet.add(person(login()));
    }
    int apart = rows / times / 2;
    for (int i = 0; i < times; i++) {
      sowInCells(sheet, 2 + 2 * i * apart);
      sowInRules(sheet, 2 + (2 * i + 1) * apart);
    }
    return sheet;
  }

  /// What is wrong with cells by themselves.
  private static void sowInCells(SeededSheet sheet, int at) {
    sheet.sow(at, "login", "", SheetProblem.REQUIRED);
    sheet.sow(at + 1, "name", "", SheetProblem.REQUIRED);
    sheet.sow(at + 2, "phone", "", SheetProblem.REQUIRED);
    sheet.sow(at + 3, "role", "", SheetProblem.REQUIRED);
    sheet.sow(at + 4, "institution", "", SheetProblem.REQUIRED);
    sheet.sow(at + 5, "login", "张三", "access.wrong-login");
    sheet.sow(at + 6, "login", "x".repeat(41), SheetProblem.TOO_LONG);
    sheet.sow(at + 7, "name", "名".repeat(51), "access.wrong-name");
    sheet.sow(at + 8, "name", "名".repeat(101), SheetProblem.TOO_LONG);
    sheet.sow(at + 9, "phone", "see letter", "access.wrong-phone");
    sheet.sow(at + 10, "phone", 1.38e17, SheetProblem.DIGITS_LOST);
    sheet.sow(at + 11, "role", "院长", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 12, "institution", "elsewhere-imports", SheetProblem.NOT_IN_LIST);
    sheet.sow(at + 13, "department", LocalDate.of(2026, 3, 4), SheetProblem.BECAME_A_DATE);
    sheet.sow(at + 14, "department", "x".repeat(21), SheetProblem.TOO_LONG);
    sheet.sow(at + 15, "from", "2026-02-30", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 16, "from", "1/2/2026", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 17, "until", "下周", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 18, "until", "2026年1月2日", "access.wrong-until");
    sheet.sow(at + 19, "role", SeededSheet.ERROR, SheetProblem.ERROR_IN_CELL);
    sheet.sow(at + 20, "from", "20260299", SheetProblem.NOT_A_DATE);
    sheet.sow(at + 20, "phone", "?", "access.wrong-phone");
    sheet.sow(at + 20, "role", "?", SheetProblem.NOT_IN_LIST);
    sheet.row(at + 21).put("from", LocalDate.of(2026, 1, 2));
    sheet.row(at + 22).put("from", 46_024);
    sheet.row(at + 23).put("from", "２０２６年１月２日");
    sheet.row(at + 24).put("phone", 13_800_000_000L);
  }

  /// What the rules refuse when they see what is there and what else stands in the file.
  private void sowInRules(SeededSheet sheet, int at) {
    var twice = sheet.text(at, "login");
    sheet.row(at + 1).put("name", sheet.row(at).get("name"));
    sheet.sow(at + 1, "login", twice, SheetProblem.DOUBLE_ROW);

    var elsewhere = TestStaff.another("village-doctor", "elsewhere-imports");
    sheet.sow(at + 2, "login", TestStaff.login(elsewhere), AccessProblem.LOGIN_TAKEN);
    known(sheet, at + 3);
    sheet.sow(at + 3, "name", "另一人", AccessProblem.NAME_DIFFERS);
    known(sheet, at + 4);
    sheet.sow(at + 4, "phone", "13900000000", AccessProblem.PHONE_DIFFERS);
    known(sheet, at + 5);
    sheet.sow(at + 5, "role", "审计管理员", AccessProblem.ROLES_EXCLUDE_EACH_OTHER);
    known(sheet, at + 6);
    sheet.sow(at + 6, "from", "2026-01-03", AccessProblem.POST_SINCE);
    known(sheet, at + 7);
    sheet.sow(at + 7, "until", "2027-01-01", AccessProblem.POST_NOT_ENDED_HERE);

    var ended = known(sheet, at + 8);
    departures.end(ended.id(), ended.posts().getFirst().id(), TODAY, Map.of(), admin);
    sheet.sow(at + 8, "from", "", AccessProblem.POST_WAS_ENDED);

    var closed = known(sheet, at + 9);
    departures.close(closed.id(), closed.version(), Map.of(), admin);
    sheet.expect(at + 9, "login", AccessProblem.IS_CLOSED.code());
    sheet.row(at + 9).put("role", "家庭医生");
  }

  private AccountView known(SeededSheet sheet, int at) {
    return existing(sheet.text(at, "login"));
  }

  @Test
  void severalRowsAreSeveralPostsOfOnePerson() {
    var sheet = new SeededSheet();
    var login = login();
    sheet.add(person(login));
    var second = person(login);
    second.put("role", "家庭医生");
    sheet.add(second);
    var third = person(login);
    third.put("role", "号源管理员");
    sheet.sow(sheet.add(third), "name", "别人", AccessProblem.DIFFERS_FROM_ROW);
    var fourth = person(login);
    fourth.put("department", "03.04");
    sheet.sow(sheet.add(fourth), "phone", "13911111111", AccessProblem.DIFFERS_FROM_ROW);
    var fifth = person(login);
    sheet.sow(sheet.add(fifth), "role", "系统管理员", AccessProblem.ROLES_EXCLUDE_EACH_OTHER);

    var trial = trials.check(KIND, sheet, admin);
    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
    trials.apply(KIND, trial.run(), ImportMode.SKIP, admin);

    var found =
        accounts.list(
            new AccountQuery(login, "", "", ""), org.heyi.platform.shared.PageQuery.first(), admin);
    assertThat(found.rows()).hasSize(1);
    assertThat(found.rows().getFirst().posts())
        .extracting(PostView::role)
        .containsExactlyInAnyOrder("village-doctor", "family-doctor");
    assertThat(found.rows().getFirst().posts())
        .extracting(it -> new Period(it.from(), it.until()))
        .containsOnly(new Period(LocalDate.of(2026, 1, 2), null));
  }
}
