package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Population groups: computed from the birth date or recorded, with source and history.
@HeyiTest
class ResidentGroupsTests {

  private static final int RIVALS = 24;
  private static int serial;

  @Autowired ResidentGroups groups;
  @Autowired Residents residents;
  @Autowired ResidentTies ties;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  private final Staff doctor = TestStaff.with("village-doctor", "wafangdian-groups-one");
  private final Staff other = TestStaff.with("village-doctor", "wafangdian-groups-two");

  /// A number of a region that no other test of residents uses.
  private ResidentId born(LocalDate date, Staff by) {
    serial++;
    var seventeen = "998877%s%03d".formatted(date.toString().replace("-", ""), serial);
    var number = seventeen + IdCard.checkDigit(seventeen);
    var name = "分组" + "甲乙丙丁".charAt(serial % 4);
    var it = TestResidents.named(name, number, by);
    var guarded = new RegisterResident.Consent(RegisterResident.Giver.GUARDIAN, "分组家长");
    return TestResidents.register(
        new RegisterResident(
            it.person(),
            it.system(),
            it.number(),
            "",
            it.firstContact(),
            it.contacts(),
            date.isAfter(today().minusYears(14)) ? guarded : it.consent(),
            true),
        by);
  }

  @Test
  @Satisfies("EHR-07")
  void theBookCountsAndFiltersByGroup() {
    var today = today();
    var grandmother = born(today.minusYears(70), other);
    var child = born(today.minusYears(3), other);
    var patient = born(today.minusYears(40), other);
    groups.set(patient, "hypertension", "diagnosis", today.minusYears(1), other);
    groups.set(patient, "diabetes", "diagnosis", today, other);
    groups.set(grandmother, "chronic", "self-report", today, other);
    groups.set(grandmother, "disabled", "certificate", today, other);

    Map<String, Long> counts =
        groups.counts(other).stream()
            .collect(
                Collectors.toMap(ResidentGroups.Count::group, ResidentGroups.Count::residents));
    assertThat(counts)
        .containsOnly(
            entry("elderly", 1L),
            entry("child", 1L),
            entry("chronic", 2L),
            entry("hypertension", 1L),
            entry("diabetes", 1L),
            entry("disabled", 1L));
    counts.forEach((group, count) -> assertThat(book(group, other)).hasSize(count.intValue()));
    assertThat(book("elderly", other)).containsExactly(grandmother);
    assertThat(book("child", other)).containsExactly(child);
    assertThat(book("chronic", other)).containsExactlyInAnyOrder(grandmother, patient);
    assertThat(book("poor", other)).isEmpty();
    assertThat(book("no-such", other)).isEmpty();
    assertThat(book("", other)).hasSize(3);
    assertThat(book("elderly", doctor)).doesNotContain(grandmother);
    assertThat(page("/residents/book?group=child", other))
        .contains("/residents/" + child)
        .doesNotContain("/residents/" + patient);
  }

  @Test
  @Satisfies("EHR-07")
  void aGroupIsRecordedWithItsSourceAndEndedAndItsHistoryStays() {
    var resident = born(today().minusYears(30), doctor);
    groups.set(resident, "maternal", "diagnosis", today().minusMonths(5), doctor);
    var flag = residents.view(resident, doctor).flags().getFirst();
    assertThat(page("/residents/" + resident, doctor))
        .contains("孕产妇", "诊断", "方案列入：五(五)", doctor.name());

    clock.advance(Duration.ofDays(30));
    groups.end(resident, flag.id(), doctor);

    assertThat(residents.view(resident, doctor).flags())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.until()).isEqualTo(today());
          assertThat(it.endedBy()).isEqualTo(doctor.name());
          assertThat(it.from()).isEqualTo(flag.from());
        });
    assertThat(book("maternal", doctor)).doesNotContain(resident);
    refused("resident.group-ended-already", () -> groups.end(resident, flag.id(), doctor));
    groups.set(resident, "maternal", "diagnosis", today(), doctor);
    assertThat(residents.view(resident, doctor).flags()).hasSize(2);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit.entry e
                     where e.action in ('resident.group-recorded', 'resident.group-ended')
                       and e.subject_id = :id
                    """)
                .param("id", resident.toString())
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void whatCannotBeIsRefused() {
    var resident = born(today().minusYears(70), doctor);
    var today = today();
    refused(
        "resident.group-is-computed",
        () -> groups.set(resident, "elderly", "diagnosis", today, doctor));
    refused(
        "resident.no-such-group", () -> groups.set(resident, "vip", "diagnosis", today, doctor));
    refused("resident.not-in-list", () -> groups.set(resident, "poor", "gossip", today, doctor));
    for (var date : new LocalDate[] {today.plusDays(1), today.minusYears(71)}) {
      refused(
          "resident.group-date-impossible",
          () -> groups.set(resident, "poor", "official-list", date, doctor));
    }
    refused(
        "resident.not-found", () -> groups.set(resident, "poor", "official-list", today, other));
    var desk = TestStaff.with("desk-clerk", doctor.institution().value());
    refused(
        "resident.not-yours-to-do",
        () -> groups.set(resident, "poor", "official-list", today, desk));
    assertThat(groups.byAge(today.minusYears(70))).extracting(it -> it.code()).contains("elderly");
    assertThat(page("/residents/" + resident, doctor)).contains("老年人（65岁及以上）", "由出生日期得出");
  }

  /// P-23: 宁河 §十六 names chronic patients, the elderly, children and mothers; 瓦房店 五(五) has poor too.
  @Test
  @Satisfies("EHR-07")
  void eachPlanNamesItsGroups() {
    assertThat(groups.named(AreaId.of("ninghe")))
        .containsOnlyKeys("chronic", "elderly", "child", "maternal")
        .containsValue("§十六");
    assertThat(groups.named(AreaId.of("wafangdian"))).containsEntry("poor", "五(五)");
    assertThat(groups.named(AreaId.of("taicang"))).containsOnlyKeys("chronic");
    assertThat(groups.named(AreaId.of("linyi"))).isEmpty();
  }

  @Test
  void ofManyAtOnceOneIsRecorded() throws Exception {
    var resident = born(today().minusYears(50), doctor);
    var answers = AtOnce.times(RIVALS, _ -> () -> won(resident));
    var live =
        jdbc.sql(
                """
                select count(*) from resident.population_flag
                 where resident = :resident and code = 'diabetes' and until_date is null
                """)
            .param("resident", resident.value())
            .query(Long.class)
            .single();
    System.out.printf(
        "population group: attempts %d, won %d, violations %d%n",
        RIVALS, answers.stream().filter(it -> it).count(), live - 1);
    assertThat(answers).containsOnlyOnce(true);
    assertThat(live).isEqualTo(1);
  }

  private boolean won(ResidentId resident) {
    try {
      groups.set(resident, "diabetes", "diagnosis", today(), doctor);
      return true;
    } catch (ProblemException told) {
      assertThat(told.problem()).isEqualTo(ResidentProblem.IN_GROUP_ALREADY);
      return false;
    }
  }

  private List<ResidentId> book(String group, Staff by) {
    var query = new ResidentTies.Query("", "", "", group);
    return ties.book(query, new PageQuery(1, 200, "", false), by).rows().stream()
        .map(it -> it.resident().id())
        .toList();
  }

  private static void refused(String code, ThrowingCallable command) {
    assertThatThrownBy(command).hasMessageContaining(code);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private String page(String path, Staff by) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(by))
            .exchange();
    assertThat(answer).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
