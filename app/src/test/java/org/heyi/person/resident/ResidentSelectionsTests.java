package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.RegisterResident.Consent;
import org.heyi.person.resident.RegisterResident.Giver;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.InstitutionView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The resident's free choice of a centre and a hospital (1+1).
@HeyiTest
class ResidentSelectionsTests {

  private static final String CENTRE = "linyi-xianggong";
  private static final String OTHER_CENTRE = "linyi-baishabu";
  private static final String HOSPITAL = "linyi-sanyuan";
  private static final String OTHER_HOSPITAL = "linyi-jiaotong";
  private static final Consent OWN = new Consent(Giver.SELF, "");
  private static final int RIVALS = 24;

  @Autowired ResidentSelections selections;
  @Autowired Residents residents;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  private final Staff doctor = TestStaff.with("family-doctor", CENTRE);

  private static SelectProviders to(String centre, String hospital, @Nullable UUID former) {
    return new SelectProviders(InstitutionId.of(centre), InstitutionId.of(hospital), OWN, former);
  }

  @Test
  @Satisfies("APT-09")
  void aResidentChoosesOneCentreAndOneHospitalAndAChangeEndsTheFormer() {
    var resident = TestResidents.register(doctor);
    selections.select(resident, to(CENTRE, HOSPITAL, null), doctor);
    var first = residents.view(resident, doctor).selection().orElseThrow();
    assertThat(first.centre().value()).isEqualTo(CENTRE);
    assertThat(first.hospital().value()).isEqualTo(HOSPITAL);
    assertThat(first.levelRecorded()).isTrue();
    assertThat(first.giver()).isEqualTo(Giver.SELF);

    clock.advance(Duration.ofDays(1));
    selections.select(resident, to(OTHER_CENTRE, OTHER_HOSPITAL, first.id()), doctor);

    var all = residents.view(resident, doctor).selections();
    assertThat(all)
        .extracting(it -> it.hospital().value())
        .containsExactly(OTHER_HOSPITAL, HOSPITAL);
    assertThat(all).extracting(ResidentView.Selection::until).containsExactly(null, today());
    assertThat(selections.hospital(resident, doctor)).contains(InstitutionId.of(OTHER_HOSPITAL));
    assertThat(page("/residents/" + resident)).contains("临沂市交通医院", "临沂市第三人民医院", "1+1");
    assertThat(page("/residents/" + resident + "/selection"))
        .contains("name=\"former\" value=\"" + all.getFirst().id())
        .contains("等级未记录");
  }

  @Test
  void aChoiceCorrectedOnItsDayLeavesNoTraceOfTheMistakeAndCanBeEnded() {
    var resident = TestResidents.register(doctor);
    selections.select(resident, to(CENTRE, HOSPITAL, null), doctor);
    var mistake = residents.view(resident, doctor).selection().orElseThrow().id();
    selections.select(resident, to(CENTRE, OTHER_HOSPITAL, mistake), doctor);
    assertThat(residents.view(resident, doctor).selections()).hasSize(1);

    clock.advance(Duration.ofDays(2));
    var live = residents.view(resident, doctor).selection().orElseThrow().id();
    selections.end(resident, live, doctor);

    assertThat(residents.view(resident, doctor).selection()).isEmpty();
    assertThat(selections.hospital(resident, doctor)).isEmpty();
    refused("resident.selection-changed", () -> selections.end(resident, live, doctor));
  }

  /// The hospital is of secondary grade or above; where nobody recorded its grade the desk is
  /// warned.
  @Test
  @Satisfies("APT-09")
  void theHospitalIsOfTheLevelOrItsLevelIsNotRecorded() {
    var resident = TestResidents.register(doctor);
    refused(
        "resident.no-hospital-of-level",
        () -> selections.select(resident, to(CENTRE, OTHER_CENTRE, null), doctor));
    refused(
        "resident.no-hospital-of-level",
        () -> selections.select(resident, to(CENTRE, "taicang-zhongyi", null), doctor));
    refused(
        "resident.no-centre",
        () -> selections.select(resident, to(HOSPITAL, HOSPITAL, null), doctor));
    setLevel(HOSPITAL, "primary");
    try {
      assertThat(selections.choices(resident, doctor).hospitals())
          .extracting(InstitutionView::id)
          .contains(InstitutionId.of(OTHER_HOSPITAL))
          .doesNotContain(InstitutionId.of(HOSPITAL));
      refused(
          "resident.no-hospital-of-level",
          () -> selections.select(resident, to(CENTRE, HOSPITAL, null), doctor));
    } finally {
      setLevel(HOSPITAL, "secondary");
    }

    selections.select(resident, to(CENTRE, "linyi-renmin", null), doctor);

    assertThat(residents.view(resident, doctor).selection().orElseThrow().levelRecorded())
        .isFalse();
    assertThat(page("/residents/" + resident)).contains("等级未记录");
  }

  @Test
  void nobodyChoosesInTheirPlaceAndStrangersSeeNothing() {
    var resident = TestResidents.register(doctor);
    for (var consent : List.of(new Consent(null, ""), new Consent(Giver.NOT_POSSIBLE, ""))) {
      var command =
          new SelectProviders(InstitutionId.of(CENTRE), InstitutionId.of(HOSPITAL), consent, null);
      refused("resident.consent-missing", () -> selections.select(resident, command, doctor));
    }
    var unnamed =
        new SelectProviders(
            InstitutionId.of(CENTRE),
            InstitutionId.of(HOSPITAL),
            new Consent(Giver.GUARDIAN, " "),
            null);
    refused("resident.guardian-not-named", () -> selections.select(resident, unnamed, doctor));
    var stranger = TestStaff.with("family-doctor", "linyi-tangtou");
    refused(
        "resident.not-found",
        () -> selections.select(resident, to(CENTRE, HOSPITAL, null), stranger));
    refused("resident.not-found", () -> selections.hospital(resident, stranger));
  }

  /// Many desks at once: one choice lives, the others are told.
  @Test
  @Satisfies("APT-09")
  void ofManyAtOnceOneChoiceLives() throws Exception {
    int won = 0;
    int violations = 0;
    var resident = TestResidents.register(doctor);
    for (int round = 0; round < 3; round++) {
      var former =
          residents.view(resident, doctor).selection().map(ResidentView.Selection::id).orElse(null);
      var answers =
          AtOnce.times(
              RIVALS,
              rival -> () -> won(resident, rival % 2 == 0 ? HOSPITAL : OTHER_HOSPITAL, former));
      var winners = (int) answers.stream().filter(it -> it).count();
      won += winners;
      violations += Math.abs(winners - 1) + Math.abs(live(resident) - 1);
    }
    System.out.printf("1+1: attempts %d, won %d, violations %d%n", 3 * RIVALS, won, violations);
    assertThat(violations).isZero();
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into resident.selection
                    select gen_random_uuid(), resident, centre, hospital, hospital_level, giver,
                           giver_name, from_date, null, set_at, set_by, set_by_name, institution
                      from resident.selection where resident = :resident and until_date is null
                    """)
                .param("resident", resident.value())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("selection_one_at_a_time");
  }

  private boolean won(ResidentId resident, String hospital, @Nullable UUID former) {
    try {
      selections.select(resident, to(CENTRE, hospital, former), doctor);
      return true;
    } catch (ProblemException told) {
      assertThat(told.problem()).isEqualTo(ResidentProblem.SELECTION_CHANGED);
      return false;
    }
  }

  private int live(ResidentId resident) {
    return jdbc.sql(
            """
            select count(*) from resident.selection
             where resident = :resident and until_date is null
            """)
        .param("resident", resident.value())
        .query(Integer.class)
        .single();
  }

  private static void refused(String code, ThrowingCallable command) {
    assertThatThrownBy(command).hasMessageContaining(code);
  }

  private void setLevel(String institution, String level) {
    jdbc.sql("update directory.institution set level = :level where id = :id")
        .param("level", level)
        .param("id", institution)
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private String page(String path) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(doctor))
            .exchange();
    assertThat(answer).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
