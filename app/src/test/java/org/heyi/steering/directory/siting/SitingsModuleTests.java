package org.heyi.steering.directory.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The siting plan of a county that no other test plans (GOV-10).
@HeyiTest
class SitingsModuleTests {

  private static final AreaId AREA = AreaId.of("nanyang-yi");
  private static final InstitutionId CENTRE = InstitutionId.of("nanyang-yi-xiang1");
  private static final InstitutionId CLINIC = InstitutionId.of("nanyang-yi-xiang1-v01");

  @Autowired Sitings sitings;
  @Autowired SitingDrafts drafts;
  @Autowired SiteMoves moves;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  Staff officer;
  LocalDate today;

  @BeforeEach
  void aCountyWithoutAPlan() {
    officer = TestStaff.with("commission-officer", "nanyang-yi-weijianwei");
    today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    jdbc.sql("delete from directory.siting_plan where area = :area")
        .param("area", AREA.value())
        .update();
  }

  private EnterSite site(String code, SiteState state) {
    return site(code, "点位" + code, state, null);
  }

  private EnterSite site(String code, String name, SiteState state, @Nullable String successor) {
    var since = state == SiteState.PLANNED ? today.plusDays(90) : today.minusDays(400);
    return new EnterSite(code, name, "甲乡", "", CENTRE, null, state, since, successor, "");
  }

  private static EnterSettlement settlement(String code, ServedBy by, @Nullable String site) {
    return new EnterSettlement(
        code, "村" + code, "甲乡", Settlement.Kind.ADMINISTRATIVE_VILLAGE, 300, CENTRE, by, site);
  }

  private MoveSite step(
      String code, SiteState from, SiteState to, LocalDate on, @Nullable String successor) {
    return new MoveSite(code, from, to, on, successor, null, "");
  }

  /// S1 and S2 open, S3 planned; N1 and N2 at S1, N3 at S3, N4 at nobody, N5 visited.
  private int draft() {
    int number = drafts.begin(AREA, officer).number();
    drafts.enter(AREA, number, site("S1", SiteState.OPEN), officer);
    drafts.enter(AREA, number, site("S2", SiteState.OPEN), officer);
    drafts.enter(AREA, number, site("S3", SiteState.PLANNED), officer);
    drafts.enter(AREA, number, settlement("N1", ServedBy.SITE, "S1"), officer);
    drafts.enter(AREA, number, settlement("N2", ServedBy.SITE, "S1"), officer);
    drafts.enter(AREA, number, settlement("N3", ServedBy.SITE, "S3"), officer);
    drafts.enter(AREA, number, settlement("N4", ServedBy.NOBODY, null), officer);
    drafts.enter(AREA, number, settlement("N5", ServedBy.VISIT, null), officer);
    return number;
  }

  private int adopted(LocalDate since) {
    int number = draft();
    drafts.adopt(AREA, number, new AdoptPlan("关于村卫生室设置规划的通知", "示例〔2026〕1 号", since), officer);
    return number;
  }

  private List<String> uncovered(int number) {
    return sitings.plan(AREA, number, officer).uncovered().stream().map(Settlement::code).toList();
  }

  private static void refused(SitingProblem problem, ThrowingCallable doing) {
    assertThatThrownBy(doing).hasMessageContaining(problem.code());
  }

  @Test
  @Satisfies("GOV-10")
  void aDraftBeginsAsACopyAndTakesThePlaceOfTheVersionBefore() {
    int first = adopted(today.minusDays(30));
    int second = drafts.begin(AREA, officer).number();

    var copy = sitings.plan(AREA, second, officer);
    var before = sitings.plan(AREA, first, officer);
    assertThat(copy.settlements()).isEqualTo(before.settlements());
    assertThat(copy.sites()).isEqualTo(before.sites());
    assertThat(sitings.difference(AREA, first, second, officer).isNone()).isTrue();

    drafts.assign(AREA, second, List.of("N4"), ServedBy.SITE, "S2", officer);
    assertThat(uncovered(first)).containsExactly("N4", "N3");
    assertThat(uncovered(second)).containsExactly("N3");
    assertThat(sitings.difference(AREA, first, second, officer).settlements())
        .extracting(SitingDifference.Pair::after)
        .extracting("code", "site")
        .containsExactly(tuple("N4", "S2"));

    drafts.adopt(AREA, second, new AdoptPlan("调整通知", "", today), officer);
    assertThat(sitings.versions(AREA, officer))
        .extracting(PlanVersion::number, PlanVersion::state, PlanVersion::until)
        .containsExactly(
            tuple(second, PlanVersion.State.IN_FORCE, null),
            tuple(first, PlanVersion.State.SUPERSEDED, today));
    assertThat(sitings.inForce(AREA, officer).orElseThrow().version().title()).isEqualTo("调整通知");
    refused(
        SitingProblem.NOT_A_DRAFT,
        () -> drafts.assign(AREA, second, List.of("N4"), ServedBy.NOBODY, null, officer));
  }

  @Test
  void aVersionMayComeIntoForceLater() {
    int first = adopted(today.minusDays(30));
    int second = drafts.begin(AREA, officer).number();
    drafts.adopt(AREA, second, new AdoptPlan("明年施行", "", today.plusDays(40)), officer);

    assertThat(sitings.versions(AREA, officer))
        .extracting(PlanVersion::number, PlanVersion::state)
        .containsExactly(
            tuple(second, PlanVersion.State.COMING), tuple(first, PlanVersion.State.IN_FORCE));
    assertThat(sitings.inForce(AREA, officer).orElseThrow().version().number()).isEqualTo(first);
  }

  @Test
  @Satisfies("GOV-10")
  void whatOpensMergesAndClosesIsKeptWithWhoAndWhen() {
    int number = adopted(today.minusDays(30));
    moves.move(
        AREA,
        number,
        new MoveSite("S3", SiteState.PLANNED, SiteState.OPEN, today, null, CLINIC, "验收合格"),
        officer);
    assertThat(uncovered(number)).containsExactly("N4");

    moves.move(AREA, number, step("S1", SiteState.OPEN, SiteState.MERGED, today, "S3"), officer);
    assertThat(uncovered(number)).containsExactly("N4");
    assertThat(sitings.plan(AREA, number, officer).settlements())
        .filteredOn(it -> "S3".equals(it.site()))
        .hasSize(3);

    moves.move(AREA, number, step("S3", SiteState.OPEN, SiteState.CLOSED, today, null), officer);
    assertThat(uncovered(number)).containsExactly("N4", "N1", "N2", "N3");

    assertThat(sitings.history(AREA, number, "S3", officer))
        .extracting(SiteEvent::from, SiteEvent::to, SiteEvent::by, SiteEvent::note)
        .containsExactly(
            tuple(null, SiteState.PLANNED, officer.name(), ""),
            tuple(SiteState.PLANNED, SiteState.OPEN, officer.name(), "验收合格"),
            tuple(SiteState.OPEN, SiteState.CLOSED, officer.name(), ""));
    assertThat(sitings.history(AREA, number, "S1", officer).getLast())
        .extracting(SiteEvent::successor, SiteEvent::settlements)
        .containsExactly("S3", 2);
  }

  @Test
  void closingWithASuccessorLeavesNobodyUncovered() {
    int number = adopted(today.minusDays(30));

    moves.move(AREA, number, step("S1", SiteState.OPEN, SiteState.CLOSED, today, "S2"), officer);

    assertThat(uncovered(number)).containsExactly("N4", "N3");
  }

  @Test
  void aSuccessorNamedLateTakesOverWhatIsLeft() {
    int number = draft();
    moves.move(AREA, number, step("S1", SiteState.OPEN, SiteState.CLOSED, today, null), officer);
    assertThat(uncovered(number)).containsExactly("N4", "N1", "N2", "N3");

    drafts.change(AREA, number, site("S1", "点位S1", SiteState.CLOSED, "S2"), 2, officer);

    assertThat(uncovered(number)).containsExactly("N4", "N3");
  }

  @Test
  void onlyWhatHasHappenedIsRecordedInTheVersionInForce() {
    int number = adopted(today.minusDays(30));

    refused(
        SitingProblem.NOT_YET_THE_DAY,
        () ->
            moves.move(
                AREA,
                number,
                step("S3", SiteState.PLANNED, SiteState.OPEN, today.plusDays(1), null),
                officer));
    refused(
        SitingProblem.CHANGED_MEANWHILE,
        () ->
            moves.move(
                AREA, number, step("S1", SiteState.PLANNED, SiteState.OPEN, today, null), officer));
  }

  @Test
  @Satisfies("GOV-10")
  void whatHappensUnderThePlanInForceHappensInTheDraftToo() {
    int first = adopted(today.minusDays(30));
    int second = drafts.begin(AREA, officer).number();

    moves.move(AREA, first, step("S1", SiteState.OPEN, SiteState.MERGED, today, "S2"), officer);

    var draft = sitings.plan(AREA, second, officer);
    assertThat(draft.site("S1").orElseThrow().state()).isEqualTo(SiteState.MERGED);
    assertThat(draft.settlement("N1").orElseThrow().site()).isEqualTo("S2");
    assertThat(sitings.difference(AREA, first, second, officer).isNone()).isTrue();
  }

  @Test
  void aDraftThatSaysOtherwiseThanWhatIsIsNotAdopted() {
    int first = adopted(today.minusDays(30));
    int second = drafts.begin(AREA, officer).number();
    moves.move(
        AREA,
        second,
        step("S2", SiteState.OPEN, SiteState.CLOSED, today.plusDays(20), null),
        officer);
    refused(
        SitingProblem.STATE_NOT_YET,
        () -> drafts.adopt(AREA, second, new AdoptPlan("通知", "", today), officer));
    // S1 merges into S2, which the draft has closed: the draft keeps S1 as it was
    moves.move(AREA, first, step("S1", SiteState.OPEN, SiteState.MERGED, today, "S2"), officer);
    refused(
        SitingProblem.AGAINST_WHAT_IS,
        () -> drafts.adopt(AREA, second, new AdoptPlan("通知", "", today.plusDays(30)), officer));
    refused(
        SitingProblem.BEGINS_TOO_EARLY,
        () -> drafts.adopt(AREA, second, new AdoptPlan("通知", "", today.minusDays(30)), officer));
    refused(
        SitingProblem.NO_TITLE,
        () -> drafts.adopt(AREA, second, new AdoptPlan("", "", today.plusDays(30)), officer));

    drafts.discard(AREA, second, officer);
    assertThat(sitings.versions(AREA, officer)).extracting(PlanVersion::number).contains(first);
    int third = drafts.begin(AREA, officer).number();
    drafts.assign(AREA, third, List.of("N1", "N2"), ServedBy.VISIT, null, officer);
    refused(SitingProblem.STILL_NEEDED, () -> drafts.removeSite(AREA, third, "S2", officer));
  }

  @Test
  void whatIsOpenDoesNotVanish() {
    adopted(today.minusDays(30));
    int second = drafts.begin(AREA, officer).number();
    drafts.removeSite(AREA, second, "S2", officer);

    refused(
        SitingProblem.LEFT_OUT,
        () -> drafts.adopt(AREA, second, new AdoptPlan("通知", "", today), officer));
  }

  @ParameterizedTest
  @CsvSource({
    "S1, 点位甲, OPEN, , CODE_TAKEN",
    "S 9, 点位甲, OPEN, , WRONG_CODE",
    "S9, '', OPEN, , NO_NAME",
    "S9, 点位S1, OPEN, , NAME_TAKEN",
    "S9, 点位甲, MERGED, , NO_SUCCESSOR",
    "S9, 点位甲, MERGED, S8, NO_SUCH_SITE",
    "S9, 点位甲, OPEN, S1, NO_SUCCESSOR_FOR_IT",
  })
  void aSiteThatCannotBeIsRefused(
      String code,
      String name,
      SiteState state,
      @Nullable String successor,
      SitingProblem problem) {
    int number = draft();

    refused(problem, () -> drafts.enter(AREA, number, site(code, name, state, successor), officer));
  }

  @Test
  void anInstitutionIsOneSite() {
    int number = draft();
    var open = SiteState.OPEN;
    var day = today.minusDays(3);
    drafts.enter(
        AREA,
        number,
        new EnterSite("S8", "八室", "甲乡", "", null, CLINIC, open, day, null, ""),
        officer);

    refused(
        SitingProblem.INSTITUTION_TAKEN,
        () ->
            drafts.enter(
                AREA,
                number,
                new EnterSite("S9", "九室", "甲乡", "", null, CLINIC, open, day, null, ""),
                officer));
    refused(
        SitingProblem.NO_SUCH_CENTRE,
        () ->
            drafts.enter(
                AREA,
                number,
                new EnterSite("S9", "九室", "甲乡", "", CLINIC, null, open, day, null, ""),
                officer));
  }

  @Test
  void aSettlementIsServedOnce() {
    int number = draft();
    drafts.assign(AREA, number, List.of("N1"), ServedBy.SITE, "S2", officer);

    assertThat(sitings.plan(AREA, number, officer).settlements())
        .filteredOn(it -> it.code().equals("N1"))
        .extracting(Settlement::site)
        .containsExactly("S2");
    refused(
        SitingProblem.WHICH_SITE,
        () -> drafts.assign(AREA, number, List.of("N1"), ServedBy.VISIT, "S2", officer));
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into directory.siting_settlement
                           (plan, code, name, town, kind, served_by, site)
                    select plan, code, 'again', town, kind, 'SITE', 'S1'
                      from directory.siting_settlement where code = 'N1' and plan = :plan
                    """)
                .param("plan", sitings.plan(AREA, number, officer).version().id().value())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("siting_settlement_pk");
  }

  @Test
  void whoChangesASiteThatAnotherChangedIsTold() {
    int number = draft();
    drafts.change(AREA, number, site("S1", "一室", SiteState.OPEN, null), 1, officer);

    refused(
        SitingProblem.CHANGED_MEANWHILE,
        () -> drafts.change(AREA, number, site("S1", "壹室", SiteState.OPEN, null), 1, officer));
    assertThat(sitings.plan(AREA, number, officer).site("S1").orElseThrow().name()).isEqualTo("一室");
  }

  @Test
  @Satisfies("GOV-10")
  void theCommissionWritesTheAreaAndTheCityReadAndAStrangerSeesNone() {
    int number = adopted(today.minusDays(30));
    var doctor = TestStaff.with("village-doctor", CLINIC.value());
    var city = TestStaff.with("city-officer", "nanyang-jia-shi-weijianwei");
    var neighbour = TestStaff.with("commission-officer", "nanyang-jia-weijianwei");

    for (var reader : List.of(doctor, city)) {
      assertThat(sitings.plan(AREA, number, reader).uncovered()).hasSize(2);
      refused(SitingProblem.NOT_YOUR_DUTY, () -> drafts.begin(AREA, reader));
      refused(
          SitingProblem.NOT_YOUR_DUTY,
          () ->
              moves.move(
                  AREA,
                  number,
                  step("S3", SiteState.PLANNED, SiteState.OPEN, today, null),
                  reader));
    }
    refused(SitingProblem.NO_AREA, () -> sitings.plan(AREA, number, neighbour));
    refused(SitingProblem.NO_AREA, () -> drafts.begin(AREA, neighbour));
    assertThat(sitings.areas(city)).contains(AREA, neighbour.area());
    assertThat(sitings.areas(neighbour)).containsExactly(neighbour.area());
  }

  @Test
  void theCentreWithUncoveredSettlementsIsNamed() {
    int number = draft();
    assertThat(sitings.withUncovered(List.of(CENTRE))).isEmpty();
    drafts.adopt(AREA, number, new AdoptPlan("通知", "", today.minusDays(3)), officer);

    assertThat(sitings.withUncovered(List.of(CENTRE, InstitutionId.of("nanyang-yi-xiang2"))))
        .containsExactly(CENTRE);
  }
}
