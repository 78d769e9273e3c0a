package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.SessionView;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.SignInWatch;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Administrators and the accounts of their area.
@HeyiTest
class AccountsModuleTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final InstitutionId COMMISSION = InstitutionId.of("accounts-commission");
  private static final InstitutionId CLINIC = InstitutionId.of("accounts-clinic");
  private static final InstitutionId ELSEWHERE = InstitutionId.of("elsewhere-clinic");

  @Autowired Accounts accounts;
  @Autowired Departures departures;
  @Autowired Passwords passwords;
  @Autowired Sessions sessions;
  @Autowired SignInWatch watch;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff system;
  Staff security;
  Staff strangeSystem;

  @BeforeEach
  void administrators() {
    system = TestStaff.with("system-admin", COMMISSION.value());
    security = TestStaff.with("security-admin", COMMISSION.value());
    TestStaff.with("village-doctor", CLINIC.value());
    strangeSystem = TestStaff.with("system-admin", ELSEWHERE.value());
  }

  OpenAccount anAccount(String role) {
    return new OpenAccount(
        "acc" + COUNT.incrementAndGet(), "李 明", "13812345678", role, CLINIC, null, TODAY);
  }

  @Test
  void anOpenedAccountSignsInOnceWithTheGivenPasswordAndChoosesItsOwn() {
    var command = anAccount("village-doctor");
    var opened = accounts.open(command, system);

    var view = accounts.view(opened.account(), system);
    assertThat(view.mustChange()).isTrue();
    assertThat(view.phone()).isEqualTo("138****5678");
    assertThat(view.posts()).extracting(PostView::role).containsExactly("village-doctor");
    assertThat(new TestBrowser(http).signIn(command.login(), opened.oneTimePassword()))
        .hasRedirectedUrl("/");
  }

  @Test
  @Satisfies("PLT-08")
  void anAdministratorReachesTheAccountsOfTheAreaAndNoOthers() {
    var opened = accounts.open(anAccount("physician"), system).account();

    assertThatThrownBy(() -> accounts.view(opened, strangeSystem))
        .hasMessageStartingWith("access.account-not-found");
    assertThatThrownBy(() -> departures.close(opened, 0, Map.of(), strangeSystem))
        .hasMessageStartingWith("access.account-not-found");
    assertThatThrownBy(() -> accounts.open(anAccount("physician"), strangeSystem))
        .hasMessageStartingWith("access.outside-your-reach");
    assertThat(found(system)).contains(opened);
    assertThat(found(strangeSystem)).doesNotContain(opened);
    assertThat(
            jdbc.sql("select action from audit.entry where subject_id = :id and account = :by")
                .param("id", opened.toString())
                .param("by", system.account().value())
                .query(String.class)
                .list())
        .contains("access.account-opened");
  }

  /// Somebody who moved on is looked at by those who had them, and acted on where they work now.
  @Test
  @Satisfies("PLT-08")
  void whoWorksElsewhereByNowIsNoLongerOnesToTakeOver() {
    var moved = accounts.open(anAccount("physician"), system).account();
    givePostElsewhere(moved);

    var both = accounts.view(moved, system);
    assertThat(both.hold()).isEqualTo(AccountHold.PART);
    assertThat(both.actions())
        .containsExactlyInAnyOrder(AccountAction.GIVE_POST, AccountAction.END_POST);
    assertThatThrownBy(() -> accounts.resetPassword(moved, 0, UUID.randomUUID(), security))
        .hasMessageStartingWith("access.outside-your-reach");

    departures.end(moved, first(moved), TODAY, Map.of(), system);

    assertThat(accounts.view(moved, security).hold()).isEqualTo(AccountHold.NONE);
    assertThat(accounts.view(moved, security).actions()).isEmpty();
    assertThat(accounts.view(moved, system).actions()).isEmpty();
    for (var act :
        List.<ThrowingCallable>of(
            () -> accounts.resetPassword(moved, 0, UUID.randomUUID(), security),
            () -> accounts.lock(moved, 0, security),
            () -> departures.close(moved, 0, Map.of(), system),
            () ->
                accounts.give(
                    moved,
                    new GivePost("physician", CLINIC, "ward", new Period(TODAY, null)),
                    system))) {
      assertThatThrownBy(act).hasMessageStartingWith("access.outside-your-reach");
    }
    accounts.lock(moved, 1, TestStaff.with("security-admin", ELSEWHERE.value()));
  }

  /// Who has no post any more stays with those who had them last.
  @Test
  void whoHasNoPostAnyMoreStaysWhereTheLastOneWas() {
    var gone = accounts.open(anAccount("physician"), system).account();
    departures.end(gone, first(gone), TODAY, Map.of(), system);

    assertThat(accounts.view(gone, system).hold()).isEqualTo(AccountHold.WHOLE);
    departures.close(gone, 1, Map.of(), system);
  }

  @Test
  void aSessionElsewhereIsNotSeenByWhoHadThePersonBefore() {
    var moved = accounts.open(anAccount("physician"), system).account();
    departures.end(moved, first(moved), TODAY, Map.of(), system);
    var post = givePostElsewhere(moved);
    var session = sessions.begin(moved, post, new Caller("127.0.0.1", "test")).session();
    var there = TestStaff.with("security-admin", ELSEWHERE.value());

    assertThat(watched(security)).doesNotContain(session);
    assertThat(watched(there)).contains(session);
    assertThatThrownBy(() -> watch.end(session, security)).isInstanceOf(ProblemException.class);
    watch.end(session, there);
  }

  private List<UUID> watched(Staff by) {
    return watch.sessions(new PageQuery(1, 200, "", false), by).rows().stream()
        .map(SessionView::id)
        .toList();
  }

  private PostId first(AccountId account) {
    return accounts.view(account, system).posts().stream()
        .filter(it -> it.institution().equals(CLINIC))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// As the other area's administrator would, had they known the account.
  private PostId givePostElsewhere(AccountId account) {
    var id = PostId.next();
    jdbc.sql(
            """
            insert into access.post (id, account, lane, role, institution, area, from_date)
            values (:id, :account, 'ordinary', 'physician', :where, 'elsewhere', :today)
            """)
        .param("id", id.value())
        .param("account", account.value())
        .param("where", ELSEWHERE.value())
        .param("today", TODAY)
        .update();
    return id;
  }

  private List<AccountId> found(Staff by) {
    return accounts
        .list(new AccountQuery("", "", "", ""), new PageQuery(1, 200, "opened", true), by)
        .rows()
        .stream()
        .map(AccountView::id)
        .toList();
  }

  @Test
  void systemAndSecurityAdministrationStayApart() {
    var opened = accounts.open(anAccount("village-doctor"), system).account();

    assertThatThrownBy(() -> accounts.resetPassword(opened, 0, UUID.randomUUID(), system))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() -> accounts.lock(opened, 0, system))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() -> accounts.open(anAccount("village-doctor"), security))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() -> departures.close(opened, 0, Map.of(), security))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() -> departures.close(system.account(), 0, Map.of(), system))
        .hasMessageStartingWith("access.not-on-yourself");
    assertThat(accounts.view(opened, system).actions())
        .containsExactlyInAnyOrder(
            AccountAction.GIVE_POST,
            AccountAction.END_POST,
            AccountAction.HAND_OVER,
            AccountAction.CLOSE);
    assertThat(accounts.view(opened, security).actions())
        .containsExactlyInAnyOrder(AccountAction.LOCK, AccountAction.RESET_PASSWORD);
  }

  @Test
  void aStaleVersionChangesNothing() {
    var opened = accounts.open(anAccount("village-doctor"), system).account();
    accounts.lock(opened, 0, security);

    assertThatThrownBy(() -> accounts.unlock(opened, 0, security))
        .hasMessageStartingWith("access.changed-meanwhile");
    accounts.unlock(opened, 1, security);
    departures.close(opened, 2, Map.of(), system);
    assertThatThrownBy(() -> departures.close(opened, 3, Map.of(), system))
        .hasMessageStartingWith("access.is-closed");
    assertThat(accounts.view(opened, system).posts()).noneMatch(PostView::now);
  }

  /// Whatever posts are given to whatever accounts at once, no account ever holds an exclusive role
  /// and anything else. The database holds it even against a caller who does not ask first.
  @Test
  void exclusiveRolesStayAloneHoweverManyGiveAtOnce() throws Exception {
    var roles =
        List.of("system-admin", "security-admin", "audit-admin", "village-doctor", "physician");
    var targets = new ArrayList<AccountId>();
    for (var role : roles) {
      targets.add(accounts.open(anAccount(role), system).account());
    }
    int attempts = 200;
    var answers =
        AtOnce.times(
            attempts,
            i ->
                () -> {
                  var random = new SplittableRandom(i);
                  var target = targets.get(random.nextInt(targets.size()));
                  return gives(target, roles.get(random.nextInt(roles.size())), "ward-" + i);
                });
    long given = answers.stream().filter(it -> it).count();
    long violations =
        jdbc.sql(
                """
                select count(*) from (
                  select account from access.post join access.role on role.code = post.role
                   where account in (:accounts)
                   group by account having bool_or(exclusive) and count(distinct role) > 1) as mixed
                """)
            .param("accounts", targets.stream().map(AccountId::value).toList())
            .query(Long.class)
            .single();
    System.out.printf(
        "exclusive roles: %d posts given at once, %d taken, violations %d%n",
        attempts, given, violations);
    assertThat(given).isPositive();
    assertThat(violations).isZero();
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into access.post
                      (id, account, lane, role, institution, area, from_date)
                    values (gen_random_uuid(), :account, 'ordinary', 'physician', 'x-y', 'x', '2026-01-01')
                    """)
                .param("account", targets.getFirst().value())
                .update())
        .hasMessageContaining("post_account_lane_fk");
  }

  @Test
  void ofManyWhoAskForOneNameOneGetsIt() throws Exception {
    var command = anAccount("village-doctor");
    var opened = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        var _ =
            threads.submit(() -> {
              try {
                accounts.open(command, system);
                opened.incrementAndGet();
              } catch (ProblemException refused) {
                assertThat(refused).hasMessageStartingWith("access.login-taken");
              }
            });
      }
    }
    assertThat(opened.get()).isEqualTo(1);
  }

  private boolean gives(AccountId target, String role, String ward) {
    try {
      accounts.give(target, new GivePost(role, CLINIC, ward, new Period(TODAY, null)), system);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageStartingWith("access.roles-exclude-each-other");
      return false;
    }
  }
}
