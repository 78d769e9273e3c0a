package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestPhone;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The link of the first start. The administrators whom other tests made count as closed meanwhile.
@HeyiTest
class SetupModuleTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String FACTOR = "/account/second-factor";
  private static final String GOOD = "Right-horse-battery-7";

  @Autowired SetupLinks links;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  List<UUID> hidden;

  @BeforeEach
  void hideAdministrators() {
    TestStaff.with("village-doctor", "setup-clinic");
    hidden =
        jdbc.sql(
                """
                update access.account set state = 'CLOSED'
                 where lane = 'system-admin' and state = 'OPEN' returning id
                """)
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
  }

  @AfterEach
  void showThemAgain() {
    jdbc.sql("update access.account set state = 'CLOSED' where lane = 'system-admin'").update();
    for (var id : hidden) {
      jdbc.sql("update access.account set state = 'OPEN' where id = :id").param("id", id).update();
    }
  }

  private static FoundAdministrator founder(String password) {
    return new FoundAdministrator(
        "founder" + COUNT.incrementAndGet(),
        "赵 红",
        "13900000000",
        InstitutionId.of("setup-clinic"),
        password);
  }

  @Test
  void theLinkFoundsOnceAndIsThenNoPage() {
    var path = "/setup/" + links.next().orElseThrow();
    var browser = new TestBrowser(http);
    assertThat(TestBrowser.text(browser.get(path))).contains("设立系统管理员", "setup-clinic");

    var login = "founder" + COUNT.incrementAndGet();
    var answer =
        browser.post(
            path,
            Map.of(
                "login",
                login,
                "name",
                "赵 红",
                "phone",
                "13900000000",
                "institution",
                "setup-clinic",
                "wanted",
                GOOD,
                "again",
                GOOD));

    assertThat(answer).hasRedirectedUrl("/sign-in?said=founded");
    assertThat(browser.get(path)).hasStatus(404);
    assertThat(links.next()).isEmpty();
    setUpAPhone(login);
  }

  /// The founder is an administrator, so nothing comes before a second factor.
  private void setUpAPhone(String login) {
    var browser = new TestBrowser(http);
    assertThat(browser.signIn(login, GOOD)).hasRedirectedUrl("/");
    for (var wanted : List.of("/", "/accounts", "/account")) {
      assertThat(browser.get(wanted)).as(wanted).hasRedirectedUrl(FACTOR);
    }
    assertThat(TestBrowser.text(browser.get(FACTOR))).contains("您的岗位须先启用二次验证");
    browser.post(FACTOR, Map.of("act", "begin", "password", GOOD));
    var page = TestBrowser.text(browser.get(FACTOR + "/set-up"));
    var spelt = Pattern.compile("<code class=\"fs-3\">([A-Z2-7 ]{39})<").matcher(page);
    assertThat(spelt.find()).isTrue();
    var code = new TestPhone(spelt.group(1)).code(clock.instant());
    assertThat(browser.post(FACTOR + "/set-up", Map.of("code", code))).hasStatusOk();

    assertThat(browser.get("/accounts")).hasStatusOk();
    assertThat(TestBrowser.text(browser.get(FACTOR)))
        .contains("您的岗位不能停用二次验证")
        .doesNotContain("value=\"remove\"");
    assertThat(browser.post(FACTOR, Map.of("act", "remove", "code", TestStaff.code(login))))
        .hasStatus(422);
  }

  @Test
  void aLinkThatIsMadeUpOrTooOldIsNoPage() {
    var token = links.next().orElseThrow();
    clock.advance(Duration.ofHours(25));

    for (var bad : List.of(token, "made-up")) {
      assertThat(new TestBrowser(http).get("/setup/" + bad)).hasStatus(404);
      assertThatThrownBy(() -> links.found(bad, founder(GOOD)))
          .hasMessageStartingWith("access.link-not-valid");
    }
  }

  @Test
  void aWeakPasswordDoesNotUseTheLinkUp() {
    var token = links.next().orElseThrow();

    assertThatThrownBy(() -> links.found(token, founder("short")))
        .hasMessageStartingWith("password.too-short");
    links.found(token, founder(GOOD));
  }

  @Test
  void ofManyWhoUseLinksAtOnceOneFounds() throws Exception {
    var one = links.next().orElseThrow();
    var other = links.next().orElseThrow();
    int attempts = 32;
    var answers = AtOnce.times(attempts, i -> () -> founds(i % 2 == 0 ? one : other));
    long founded = answers.stream().filter(it -> it).count();
    System.out.printf(
        "first start: %d uses of two links at once, %d founded, violations %d%n",
        attempts, founded, founded - 1);
    assertThat(founded).isEqualTo(1);
    assertThat(links.next()).isEmpty();
  }

  private boolean founds(String token) {
    try {
      links.found(token, founder(GOOD));
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageStartingWith("access.link-not-valid");
      return false;
    }
  }
}
