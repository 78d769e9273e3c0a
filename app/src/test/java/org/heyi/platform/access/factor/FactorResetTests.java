package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The security administrator helps who has lost phone and recovery codes.
@HeyiTest
class FactorResetTests {

  private static final String COMMISSION = "factorreset-commission";
  private static final String CLINIC = "factorreset-clinic";

  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff security;
  Staff system;
  Staff doctor;
  String login;

  @BeforeEach
  void someoneWithAPhone() {
    security = TestStaff.with("security-admin", COMMISSION);
    system = TestStaff.with("system-admin", COMMISSION);
    doctor = TestStaff.another("village-doctor", CLINIC);
    login = TestStaff.login(doctor);
    TestStaff.givePhone(doctor);
  }

  @Test
  void afterAResetThePasswordIsEnoughAndAllSessionsAreOver() {
    var whole = new TestBrowser(http);
    whole.signIn(login, TestStaff.PASSWORD);
    var halfway = new TestBrowser(http);
    halfway.typePassword(login, TestStaff.PASSWORD);
    var admin = new TestBrowser(http);
    admin.signIn(TestStaff.login(security), TestStaff.PASSWORD);
    var path = "/accounts/" + doctor.account();
    assertThat(TestBrowser.text(admin.get(path))).contains("已启用", "重置二次验证");

    var form = Map.of("key", UUID.randomUUID().toString(), "version", "0");
    for (int press = 1; press <= 2; press++) {
      assertThat(admin.post(path + "/second-factor", form)).as("%d", press).hasRedirectedUrl(path);
    }

    for (var over : List.of(whole, halfway)) {
      assertThat(over.get("/account").getResponse().getRedirectedUrl())
          .startsWith("/sign-in")
          .doesNotStartWith("/sign-in/code");
    }
    assertThat(TestBrowser.text(admin.get(path))).contains("未启用").doesNotContain("重置二次验证");
    assertThat(new TestBrowser(http).typePassword(login, TestStaff.PASSWORD)).hasRedirectedUrl("/");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit.entry
                     where action = 'access.factor-reset' and account = :by and subject_id = :id
                    """)
                .param("by", security.account().value())
                .param("id", doctor.account().toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nobodyElseMayAndNobodyTheirOwn() {
    security = TestStaff.another("security-admin", COMMISSION);
    var stranger = TestStaff.with("security-admin", "elsewhere-commission");

    assertThat(accounts.view(doctor.account(), security).actions())
        .contains(AccountAction.RESET_SECOND_FACTOR);
    assertThat(accounts.view(doctor.account(), system).actions())
        .doesNotContain(AccountAction.RESET_SECOND_FACTOR);
    assertThatThrownBy(() -> accounts.resetSecondFactor(doctor.account(), 0, system))
        .hasMessageStartingWith("access.not-your-duty");
    assertThatThrownBy(() -> accounts.resetSecondFactor(doctor.account(), 0, stranger))
        .hasMessageStartingWith("access.account-not-found");
    assertThatThrownBy(() -> accounts.resetSecondFactor(security.account(), 0, security))
        .hasMessageStartingWith("access.not-on-yourself");
    assertThat(factors(doctor)).isEqualTo(1);
    assertThat(factors(security)).isEqualTo(1);
  }

  /// What its owner set up after the page was opened is not what the administrator saw.
  @Test
  void aStalePageResetsNothing() {
    jdbc.sql("update access.account set version = version + 1 where id = :id")
        .param("id", doctor.account().value())
        .update();

    assertThatThrownBy(() -> accounts.resetSecondFactor(doctor.account(), 0, security))
        .hasMessageStartingWith("access.changed-meanwhile");
    assertThat(factors(doctor)).isEqualTo(1);
    accounts.resetSecondFactor(doctor.account(), 1, security);
    assertThatThrownBy(() -> accounts.resetSecondFactor(doctor.account(), 2, security))
        .hasMessageStartingWith("access.changed-meanwhile");
  }

  private int factors(Staff staff) {
    return jdbc.sql("select count(*) from access.factor where account = :account")
        .param("account", staff.account().value())
        .query(Integer.class)
        .single();
  }
}
