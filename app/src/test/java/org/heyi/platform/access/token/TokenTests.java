package org.heyi.platform.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.GivePost;
import org.heyi.platform.access.PostView;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// How the system of an institution comes in: with its secret for a token, with the token for
/// everything else.
@HeyiTest
class TokenTests {

  private static final String ALL = "system/*.cruds";

  @Autowired MockMvcTester http;
  @Autowired Accounts accounts;
  @Autowired Departures departures;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  TestSystem his;
  Staff security;

  @BeforeEach
  void open() {
    his = TestSystem.open(http, accounts);
    security = TestStaff.with("security-admin", "token-commission");
  }

  @Test
  void aSystemActsForItsInstitutionInItsPost() {
    var answer = his.ask("system/*.rs");

    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    assertThat(TestBrowser.text(answer))
        .contains("\"token_type\":\"Bearer\"", "\"expires_in\":", "\"scope\":\"system/*.rs\"")
        .doesNotContain("refresh_token");
    assertThat(his.me(his.token(ALL)))
        .hasStatusOk()
        .bodyText()
        .contains(
            "\"institution\":\"" + TestSystem.HOSPITAL + "\"",
            "\"role\":\"hospital-system\"",
            "\"referral.review\":\"OWN\"");
  }

  @Test
  void aScopeMustBeAskedForAndBeEnoughForWhatIsDone() {
    for (var unreadable : List.of("", "openid", "system/Patient", "system/Patient.", "user/*.rs")) {
      assertThat(his.ask(unreadable)).as(unreadable).hasStatus(400);
    }
    for (var little : List.of("system/Patient.cruds", "system/*.s", "system/*.cud")) {
      assertThat(his.me(his.token(little))).as(little).hasStatus(403);
    }
    assertThat(his.me(his.token("system/Slot.rs system/*.r"))).hasStatusOk();
  }

  @Test
  void wrongSecretsAreCountedHereAsOnTheSignInPage() {
    for (int i = 0; i < 5; i++) {
      assertThat(his.with(his.login(), "wrong-" + i).ask(ALL)).hasStatus(401);
    }
    assertThat(his.ask(ALL)).as("the right one, after too many").hasStatus(401);
    clock.advance(Duration.ofMinutes(16));
    assertThat(his.ask(ALL)).hasStatusOk();
  }

  @Test
  void peopleGetNoTokensAndSystemsDoNotSignIn() {
    var person = TestStaff.another("referral-clerk", TestSystem.HOSPITAL);

    assertThat(his.with(TestStaff.login(person), TestStaff.PASSWORD).ask(ALL)).hasStatus(401);
    assertThat(new TestBrowser(http).signIn(his.login(), his.secret()))
        .hasRedirectedUrl("/sign-in?said=wrong");
  }

  @Test
  void aTokenOpensNoPageAndNothingWithoutOne() {
    var token = his.token(ALL);

    assertThat(his.get("/residents", token)).hasStatus(401);
    assertThat(his.get("/referrals/inbox", token)).hasStatus(401);
    assertThat(http.get().uri("/api/access/me").exchange()).hasStatus(401);
  }

  @Test
  void theOtherDoorsOfTheLibraryAreClosed() {
    for (var path :
        List.of("/oauth2/introspect", "/oauth2/revoke", "/oauth2/authorize", "/oauth2/par")) {
      assertThat(http.post().uri(path).param("token", his.token(ALL)).exchange())
          .as(path)
          .satisfies(it -> assertThat(it.getResponse().getStatus()).isIn(302, 403));
    }
    for (var grant : List.of("authorization_code", "refresh_token", "password", "")) {
      assertThat(
              http.post()
                  .uri("/oauth2/token")
                  .param("client_id", his.login())
                  .param("client_secret", his.secret())
                  .param("grant_type", grant)
                  .param("code", "x")
                  .exchange())
          .as(grant)
          .hasStatus(400);
    }
  }

  @Test
  void lockingAndANewSecretCountAtOnce() {
    var token = his.token(ALL);
    clock.advance(Duration.ofSeconds(2));
    var version = accounts.view(his.id(), security).version();
    var renewed = accounts.resetPassword(his.id(), version, UUID.randomUUID(), security);

    assertThat(his.me(token)).as("of the old secret").hasStatus(401);
    assertThat(his.ask(ALL)).as("the old secret").hasStatus(401);
    var again = his.with(his.login(), renewed);
    var fresh = again.token(ALL);
    assertThat(his.me(fresh)).hasStatusOk();
    accounts.lock(his.id(), version + 1, security);
    assertThat(his.me(fresh)).as("of a locked account").hasStatus(401);
    assertThat(again.ask(ALL)).hasStatus(401);
  }

  @Test
  void keysChangeAndTheirTokensLiveOut() throws Exception {
    var old = his.token(ALL);
    clock.advance(Duration.ofDays(30).minusMinutes(1));
    var last = his.token(ALL);
    clock.advance(Duration.ofMinutes(2));
    var first = his.token(ALL);

    assertThat(keyOf(last)).isNotEqualTo(keyOf(first));
    assertThat(his.me(last)).as("signed before the change").hasStatusOk();
    assertThat(his.me(first)).hasStatusOk();
    assertThat(his.me(old)).hasStatus(401);
    assertThat(TestBrowser.text(http.get().uri("/oauth2/jwks").exchange()))
        .contains(keyOf(first), "\"crv\":\"P-256\"")
        .doesNotContain("\"d\":");
    clock.advance(Duration.ofMinutes(11));
    assertThat(his.me(last)).hasStatus(401);
    assertThat(TestBrowser.text(http.get().uri("/oauth2/jwks").exchange()))
        .doesNotContain(keyOf(last));
  }

  @Test
  void whoConnectsFindsTheAddresses() {
    assertThat(http.get().uri("/.well-known/oauth-authorization-server").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("/oauth2/token", "/oauth2/jwks");
  }

  private static String keyOf(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  @Test
  void aSystemHasOnePost() {
    var view = accounts.view(his.id(), security);

    assertThat(view.posts()).extracting(PostView::role).containsExactly("hospital-system");
    assertThat(view.roles())
        .contains("hospital-system", "clinic-system")
        .doesNotContain("physician", "system-admin");
  }

  /// It could not say in which of two it acts.
  @Test
  void aSecondPostForASystemIsRefused() {
    var elsewhere = new InstitutionId("token-clinic");
    TestStaff.with("village-doctor", elsewhere.value());
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    for (var place : List.of(new InstitutionId(TestSystem.HOSPITAL), elsewhere)) {
      var second = new GivePost("clinic-system", place, null, new Period(today, null));
      assertThatThrownBy(() -> accounts.give(his.id(), second, his.administrator()))
          .as(place.value())
          .hasMessageStartingWith("access.system-has-one-post");
    }
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into access.post
                      (id, account, lane, role, institution, area, from_date)
                    values (gen_random_uuid(), :account, 'system', 'clinic-system', 'token-clinic',
                      'token', :today)
                    """)
                .param("account", his.id().value())
                .param("today", today)
                .update())
        .hasMessageContaining("post_system_once");

    var first = accounts.view(his.id(), security).posts().getFirst().id();
    departures.end(his.id(), first, today, Map.of(), his.administrator());
    accounts.give(
        his.id(),
        new GivePost("clinic-system", elsewhere, null, new Period(today, null)),
        his.administrator());
    assertThat(his.me(his.token(ALL))).hasStatusOk().bodyText().contains("token-clinic");
  }
}
