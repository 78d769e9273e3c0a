package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/// Accounts in an administrator's browser.
@HeyiTest
class AccountPagesTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final InstitutionId CLINIC = InstitutionId.of("accountpages-clinic");

  @Autowired Accounts accounts;
  @Autowired AccountSpellings spellings;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff system;
  Staff security;

  @BeforeEach
  void administrators() {
    system = TestStaff.with("system-admin", "accountpages-commission");
    security = TestStaff.with("security-admin", "accountpages-commission");
    TestStaff.with("village-doctor", CLINIC.value());
  }

  @Test
  void thePasswordIsShownOnceAndNoPageKeepsIt() {
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    browser.get("/accounts/new");
    var login = "page" + COUNT.incrementAndGet();
    var answer =
        browser.post(
            "/accounts",
            Map.of(
                "key", UUID.randomUUID().toString(),
                "login", login,
                "name", "王 芳",
                "phone", "13800000001",
                "role", "village-doctor",
                "institution", CLINIC.value(),
                "from", "2026-11-23"));

    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(TestBrowser.text(answer)).contains(login, "一次性口令");
    assertThat(TestBrowser.text(browser.get("/accounts?q=" + login))).contains("王 芳");
  }

  @Test
  void aSystemsSecretIsShownWithWhatItIsFor() {
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    browser.get("/accounts/new");
    var login = "page" + COUNT.incrementAndGet();
    var form =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "login", login,
            "name", "卫生院信息系统",
            "phone", "13800000001",
            "role", "clinic-system",
            "institution", CLINIC.value(),
            "from", "2026-11-23");

    var answer = browser.post("/accounts", form);

    assertThat(password(answer)).hasSize(40);
    assertThat(TestBrowser.text(answer))
        .contains(login, "系统凭此名称和密钥向 /oauth2/token 换取令牌")
        .doesNotContain("本人首次登录时必须修改");
  }

  /// After a lost answer the administrator presses again, and must not be told that the login is
  /// taken while the password is gone.
  @Test
  void openingTwiceShowsTheSamePasswordAgain() {
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    browser.get("/accounts/new");
    var login = "page" + COUNT.incrementAndGet();
    var form =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "login", login,
            "name", "王 芳",
            "phone", "13800000001",
            "role", "village-doctor",
            "institution", CLINIC.value(),
            "from", "2026-11-23");

    var first = password(browser.post("/accounts", form));
    assertThat(password(browser.post("/accounts", form))).isEqualTo(first);
    var its = new TestBrowser(http);
    assertThat(its.signIn(login, first)).hasRedirectedUrl("/");
    its.get("/account/password");
    its.post(
        "/account/password",
        Map.of(
            "present", first, "wanted", "Quiet-river-9-stones", "again", "Quiet-river-9-stones"));
    assertThat(TestBrowser.text(browser.post("/accounts", form))).contains("不能再显示");
  }

  @Test
  void aResetPressedTwiceIsOneReset() {
    var account =
        accounts
            .open(
                new OpenAccount(
                    "page" + COUNT.incrementAndGet(),
                    "李 明",
                    "13812345678",
                    "village-doctor",
                    CLINIC,
                    null,
                    LocalDate.of(2026, 11, 23)),
                system)
            .account();
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(security), TestStaff.PASSWORD);
    var path = "/accounts/" + account;
    browser.get(path);
    var form = Map.of("key", UUID.randomUUID().toString(), "version", "0");

    var first = password(browser.post(path + "/password", form));
    assertThat(password(browser.post(path + "/password", form))).isEqualTo(first);
    assertThat(accounts.view(account, security).version()).isEqualTo(1);

    var lock = Map.of("key", UUID.randomUUID().toString(), "version", "1");
    for (int press = 1; press <= 2; press++) {
      assertThat(browser.post(path + "/lock", lock)).as("%d", press).hasRedirectedUrl(path);
    }
  }

  @Test
  void anAccountIsFoundByHowItsNameIsTyped() {
    var id =
        accounts
            .open(
                new OpenAccount(
                    "page" + COUNT.incrementAndGet(),
                    "单 雄信",
                    "13812345678",
                    "village-doctor",
                    CLINIC,
                    null,
                    LocalDate.of(2026, 11, 23)),
                system)
            .account();

    for (var typed : new String[] {"shanxiongxin", "sxx", "SXX", "雄信"}) {
      assertThat(found(typed)).as(typed).contains(id);
    }
    jdbc.sql("update access.account set pinyin = '' where id = :id")
        .param("id", id.value())
        .update();
    assertThat(found("sxx")).doesNotContain(id);
    spellings.afterSingletonsInstantiated();
    assertThat(found("sxx")).contains(id);
  }

  private List<AccountId> found(String text) {
    return accounts
        .list(new AccountQuery(text, "", "", ""), new PageQuery(1, 200, "opened", true), system)
        .rows()
        .stream()
        .map(AccountView::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sessions?sort=role&desc=true",
        "/sessions?sort=seen",
        "/sign-ins?sort=name",
        "/sign-ins?sort=outcome&desc=true",
        "/emergencies?all=yes&sort=verdict",
        "/emergencies?all=yes&sort=place&desc=true"
      })
  void listsAreOrderedByAnyColumn(String path) {
    assertThat(http.get().uri(path).with(TestStaff.signedIn(security)))
        .hasStatusOk()
        .bodyText()
        .contains(path.startsWith("/emergencies") ? "<main" : "aria-sort=\"");
  }

  private static String password(MvcTestResult page) {
    var found =
        Pattern.compile("<code class=\"fs-2\">([^<]+)</code>").matcher(TestBrowser.text(page));
    assertThat(found.find()).as(TestBrowser.text(page)).isTrue();
    return HtmlUtils.htmlUnescape(found.group(1));
  }

  @Test
  void aBadFormSaysAtEachFieldWhatIsWrong() {
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(system), TestStaff.PASSWORD);
    browser.get("/accounts/new");

    var form = Map.of("key", UUID.randomUUID().toString(), "login", "X", "name", "");

    assertThat(TestBrowser.text(browser.post("/accounts", form)))
        .contains("请填写姓名", "登录名须为", "请选择角色", "请选择机构");
  }
}
