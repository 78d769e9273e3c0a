package org.heyi.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.groups.Tuple;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.deputy.DeputyId;
import org.heyi.platform.access.deputy.Deputyship;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.access.deputy.NameDeputy;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.WorkStep.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// AB角: in the time of the deputyship the deputy sees and does what is given to the absent one.
@HeyiTest
class DeputyModuleTests {

  private static final String OFFICE = "deputy-hospital";
  private static final String KIND = "referral.review";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Work work;
  @Autowired Deputyships deputyships;
  @Autowired Departures departures;
  @Autowired Accounts accounts;
  @Autowired TestWork items;
  @Autowired Notices notices;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff system;
  Staff absent;
  Staff deputy;

  @BeforeEach
  void people() {
    system = TestStaff.with("system-admin", "deputy-commission");
    absent = TestStaff.another("referral-clerk", OFFICE);
    deputy = TestStaff.another("referral-clerk", OFFICE);
  }

  @Test
  void theDeputySeesAndDoesWhatIsGivenToTheAbsentOneWhileItLasts() {
    var given = items.given(absent);
    assertThat(TestInbox.of(work, deputy)).doesNotContain(given);
    name(1, 3);
    assertThat(TestInbox.of(work, deputy)).doesNotContain(given);

    clock.advance(Duration.ofDays(1));
    assertThat(TestInbox.of(work, deputy)).contains(given);
    assertThat(TestInbox.of(work, absent)).contains(given);
    assertThat(TestInbox.of(work, TestStaff.with("referral-clerk", OFFICE))).doesNotContain(given);
    work.release(given, KIND, deputy);
    assertThat(work.trail(given))
        .filteredOn(it -> it.what() == What.RELEASED)
        .extracting(WorkStep::actor, WorkStep::actingFor)
        .containsExactly(tuple(deputy.name(), absent.name()));

    clock.advance(Duration.ofDays(3));
    var later = items.given(absent);
    assertThat(TestInbox.of(work, deputy)).doesNotContain(later);
    assertThatThrownBy(() -> work.release(later, KIND, deputy))
        .hasMessageStartingWith("work.not-yours");
  }

  @Test
  void theLogSaysForWhomTheDeputyActed() {
    var given = items.given(absent);
    name(0, 3);
    var item = TestInbox.find(work, deputy, given);

    work.release(item.id(), item.version(), deputy);

    assertThat(
            jdbc.sql(
                    """
                    select facts ->> 'acting-for' from audit.entry
                     where subject_id = :id and action = 'work.released' and account = :by
                    """)
                .param("id", given.id())
                .param("by", deputy.account().value())
                .query(String.class)
                .single())
        .isEqualTo(absent.account().toString());
  }

  /// A deputyship gives the assignment, never a right.
  @Test
  void whatTheDeputyMayNotDoThemselvesStaysWithTheAbsentOne() {
    var physician = TestStaff.another("physician", OFFICE);
    var village = TestStaff.another("village-doctor", OFFICE);
    var advise = items.given(physician, "referral.advise");
    name(physician, village, 0, 3);

    assertThat(TestInbox.of(work, village)).doesNotContain(advise);
    assertThatThrownBy(() -> work.release(advise, "referral.advise", village))
        .hasMessageStartingWith("work.not-found");
    assertThat(deputyships.own(village))
        .singleElement()
        .satisfies(it -> assertThat(it.lacks()).contains("referral.advise"));
  }

  /// Where duties are kept apart, standing in brings them no nearer.
  @Test
  void aDeputyOfAnAdministratorDecidesNothingAboutThemselves() {
    var commission = "deputy-commission";
    var security = TestStaff.another("security-admin", commission);
    var second = TestStaff.another("security-admin", commission);
    name(security, second, 0, 3);

    assertThatThrownBy(() -> accounts.resetPassword(second.account(), 0, UUID.randomUUID(), second))
        .hasMessageStartingWith("access.not-on-yourself");
    for (var role : List.of("system-admin", "commission-officer")) {
      assertThatThrownBy(() -> name(security, TestStaff.another(role, commission), 5, 6))
          .as(role)
          .hasMessageStartingWith("deputy.no-common-duty");
    }
    name(security, TestStaff.another("audit-admin", commission), 5, 6);
    assertThat(deputyships.own(security))
        .anySatisfy(it -> assertThat(it.lacks()).containsExactly("access.manage-security"));
  }

  @Test
  void endedEarlyItEndsAtOnceAndAnotherMayFollow() {
    var given = items.given(absent);
    var id = name(0, 3);
    var other = TestStaff.another("referral-clerk", OFFICE);
    assertThatThrownBy(() -> name(absent, other, 2, 5))
        .hasMessageStartingWith("deputy.already-has-one");

    assertThatThrownBy(() -> deputyships.end(id, other)).hasMessageStartingWith("deputy.not-found");
    deputyships.end(id, deputy);
    assertThat(TestInbox.of(work, deputy)).doesNotContain(given);
    assertThatThrownBy(() -> deputyships.end(id, absent))
        .hasMessageStartingWith("deputy.already-over");
    name(absent, other, 0, 5);
    assertThat(TestInbox.of(work, other)).contains(given);
  }

  @Test
  void itIsNotHandedOn() {
    var third = TestStaff.another("referral-clerk", OFFICE);
    var given = items.given(absent);
    name(0, 3);

    assertThatThrownBy(() -> name(deputy, third, 1, 2))
        .hasMessageStartingWith("deputy.deputises-then");
    assertThatThrownBy(() -> name(third, absent, 1, 2))
        .hasMessageStartingWith("deputy.deputy-is-away");
    name(deputy, third, 4, 6);
    clock.advance(Duration.ofDays(4));
    assertThat(TestInbox.of(work, third)).doesNotContain(given);
  }

  @Test
  void whatIsRefusedSaysWhy() {
    var elsewhere = TestStaff.with("referral-clerk", "deputy-other");
    assertThatThrownBy(() -> name(absent, absent, 0, 1))
        .hasMessageStartingWith("deputy.not-oneself");
    assertThatThrownBy(() -> name(absent, elsewhere, 0, 1))
        .hasMessageStartingWith("deputy.no-common-duty");
    assertThatThrownBy(() -> name(absent, TestStaff.with("institution-head", OFFICE), 0, 1))
        .hasMessageStartingWith("deputy.no-common-duty");
    assertThatThrownBy(() -> name(-1, 1)).hasMessageStartingWith("deputy.period-not-possible");
    assertThatThrownBy(() -> name(0, 200)).hasMessageStartingWith("deputy.period-not-possible");
    assertThatThrownBy(() -> deputyships.name(command(absent, deputy, 0, 1), deputy))
        .hasMessageStartingWith("deputy.not-your-duty");
    var stranger = TestStaff.with("system-admin", "elsewhere-commission");
    assertThatThrownBy(() -> deputyships.name(command(absent, deputy, 0, 1), stranger))
        .hasMessageStartingWith("deputy.not-your-duty");
    deputyships.name(command(absent, deputy, 0, 1), system);
  }

  @Test
  void whoLeavesStandsInForNobodyAndNobodyForThem() {
    name(0, 3);
    var other = TestStaff.another("referral-clerk", OFFICE);
    var third = TestStaff.another("referral-clerk", OFFICE);
    name(third, absent, 10, 12);

    departures.handOver(absent.account(), 0, Map.of(), system);
    assertThat(deputyships.own(deputy)).allMatch(Deputyship::isAhead);
    departures.close(absent.account(), 0, Map.of(), system);

    assertThat(deputyships.own(deputy)).noneMatch(Deputyship::isAhead);
    assertThat(deputyships.own(third)).noneMatch(Deputyship::isAhead);
    name(third, other, 10, 12);
  }

  @Test
  void noticesGoToBoth(Scenario scenario) {
    name(0, 3);
    scenario
        .stimulate(() -> items.given(absent))
        .andWaitForStateChange(() -> own(absent), it -> it.contains(tuple("notice.work-given", "")))
        .andVerify(
            _ -> assertThat(own(deputy)).contains(tuple("notice.work-given", absent.name())));
  }

  @Test
  void theOtherSideIsTold(Scenario scenario) {
    scenario
        .stimulate(() -> name(0, 3))
        .andWaitForStateChange(
            () -> own(deputy), it -> it.contains(tuple("notice.deputy-named", "")))
        .andVerify(_ -> assertThat(own(absent)).isEmpty());
  }

  @Test
  void thePagesNameShowAndEnd() {
    var given = items.given(absent);
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(absent), TestStaff.PASSWORD);
    browser.get("/account/deputies");
    var form =
        Map.of(
            "key",
            UUID.randomUUID().toString(),
            "deputy",
            OFFICE + ":" + deputy.account(),
            "from",
            "2026-11-23",
            "last",
            "2026-11-25");
    for (int press = 1; press <= 2; press++) {
      assertThat(browser.post("/account/deputies", form))
          .as("%d", press)
          .hasRedirectedUrl("/account/deputies");
    }
    var again = new HashMap<>(form);
    again.put("key", UUID.randomUUID().toString());
    assertThat(TestBrowser.text(browser.post("/account/deputies", again))).contains("这段时间已有代理人");
    assertThat(TestBrowser.text(browser.get("/account/deputies"))).contains("代理中", "2026-11-25");

    var theirs = new TestBrowser(http);
    theirs.signIn(TestStaff.login(deputy), TestStaff.PASSWORD);
    assertThat(TestBrowser.text(theirs.get("/work?whose=MINE")))
        .contains("您正在代理" + absent.name(), "您代理", "/referrals/" + given.id());

    var admin = new TestBrowser(http);
    admin.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    assertThat(TestBrowser.text(admin.get("/deputies?sort=until&desc=true&size=200")))
        .contains("/deputies/" + deputyships.own(absent).getFirst().id() + "/end");
    var path = "/accounts/" + absent.account() + "/deputies";
    assertThat(TestBrowser.text(admin.get(path))).contains("代理中");
    assertThat(
            admin.post(
                "/deputies/" + deputyships.own(absent).getFirst().id() + "/end",
                Map.of("key", UUID.randomUUID().toString())))
        .hasRedirectedUrl("/deputies");
    assertThat(TestInbox.of(work, deputy)).doesNotContain(given);
  }

  /// Many name at once for the same few people: never two deputies at a time, never a chain.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverTwoDeputiesAndNeverAChainHoweverManyNameAtOnce(long seed) throws Exception {
    var office = "deputy-race" + seed;
    var people = new ArrayList<Staff>();
    for (int i = 0; i < 5; i++) {
      people.add(TestStaff.another("referral-clerk", office));
    }
    var random = new SplittableRandom(seed);
    var presses = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 80; i++) {
      var one = people.get(random.nextInt(people.size()));
      var two = people.get(random.nextInt(people.size()));
      int from = random.nextInt(20);
      int days = random.nextInt(6);
      presses.add(() -> tried(() -> name(one, two, from, from + days)));
    }
    int done = AtOnce.yes(presses);
    long violations =
        jdbc.sql(
                """
                select count(*) from access.deputyship a join access.deputyship b
                    on a.id <> b.id and a.institution = b.institution
                   and a.from_date < b.until_date and b.from_date < a.until_date
                   and (a.absent = b.absent or a.deputy = b.absent)
                 where a.institution = :office and a.ended_at is null and b.ended_at is null
                """)
            .param("office", office)
            .query(Long.class)
            .single();
    System.out.printf(
        "deputies: seed %d, %d attempts at once, %d named, violations %d%n",
        seed, presses.size(), done, violations);
    assertThat(done).isPositive();
    assertThat(violations).isZero();
  }

  private static boolean tried(Runnable press) {
    try {
      press.run();
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageStartingWith("deputy.");
      return false;
    }
  }

  private DeputyId name(int from, int last) {
    return name(absent, deputy, from, last);
  }

  private DeputyId name(Staff who, Staff by, int from, int last) {
    return deputyships.name(command(who, by, from, last), who);
  }

  private static NameDeputy command(Staff who, Staff by, int from, int last) {
    return new NameDeputy(
        who.account(),
        by.account(),
        who.institution(),
        new Period(TODAY.plusDays(from), TODAY.plusDays(last + 1)));
  }

  private List<Tuple> own(Staff reader) {
    return notices.list(false, new PageQuery(1, 200, "", false), reader).rows().stream()
        .map(it -> tuple(it.key(), it.forName()))
        .toList();
  }
}
