package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;

import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.flow.referral.coverage.Coverage;
import org.heyi.flow.referral.coverage.MemberCoverage;
import org.heyi.flow.referral.office.NameOffice;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// 平台覆盖: members that are not connected are listed first, with the reason.
@HeyiTest
class ReferralCoverageTests {

  /// No other test has staff here.
  private static final String MEMBER = "ninghe-nanjiangu";

  @Autowired Coverage coverage;
  @Autowired Offices offices;
  @Autowired TestPages pages;
  @Autowired MockMvcTester http;
  @Autowired JdbcClient jdbc;

  private static Staff commission() {
    return TestStaff.with("commission-officer", "ninghe-weijianwei");
  }

  private MemberCoverage member() {
    return coverage.of(commission()).stream()
        .flatMap(it -> it.members().stream())
        .filter(it -> it.institution().equals(InstitutionId.of(MEMBER)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Satisfies("REF-20")
  void aMemberIsListedWithWhatItLacksUntilItIsOnThePlatform() {
    assertThat(member().connected()).isFalse();
    assertThat(member().missing()).startsWith("no-account", "no-office");
    assertThat(pages.get("/referrals/coverage", commission(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("未接入：没有能发送或接收转诊的账号", member().name());

    var doctor = TestStaff.with("family-doctor", MEMBER);
    assertThat(member().connected()).isTrue();
    assertThat(member().accounts().people()).isEqualTo(1);
    assertThat(member().missing()).startsWith("never-used", "no-office");

    signedInOnce(doctor);
    assertThat(member().lastUse()).isNotNull();
    var office =
        new NameOffice(
            doctor.institution(),
            0,
            "转诊办公室",
            "022-12345678",
            "",
            Set.of(doctor.account()),
            UUID.randomUUID());
    offices.name(office, TestStaff.with("institution-head", MEMBER));

    assertThat(member().missing()).doesNotContain("no-account", "never-used", "no-office");
  }

  /// As the sign-in page records it.
  private void signedInOnce(Staff doctor) {
    jdbc.sql(
            """
            insert into access.sign_in (id, at, account, address, outcome)
            values (gen_random_uuid(), now(), :account, '127.0.0.1', 'SIGNED_IN')
            """)
        .param("account", doctor.account().value())
        .update();
  }

  @Test
  void thoseThatAreNotConnectedStandFirst() {
    for (var it : coverage.of(commission())) {
      assertThat(it.members()).isSortedAccordingTo(Comparator.comparing(MemberCoverage::connected));
      assertThat(it.connected())
          .isEqualTo(it.members().stream().filter(MemberCoverage::connected).count());
    }
  }

  @Test
  void theLeadSeesWhatItLeadsAndAMemberNothing() {
    var lead = TestStaff.with("institution-head", HOSPITAL);
    var taicang = TestStaff.with("commission-officer", "taicang-weijianwei");

    assertThat(coverage.of(lead))
        .isNotEmpty()
        .allMatch(it -> it.consortium().id().value().startsWith("ninghe-"));
    assertThat(coverage.of(TestStaff.with("institution-head", "ninghe-yuelong"))).isEmpty();
    assertThat(coverage.of(TestReferrals.villageDoctor())).isEmpty();
    assertThat(coverage.of(taicang))
        .isNotEmpty()
        .noneMatch(it -> it.consortium().id().value().startsWith("ninghe-"));
    assertThat(pages.get("/referrals/coverage", TestReferrals.villageDoctor(), "en"))
        .hasStatusOk()
        .bodyText()
        .contains("No consortium to show");
  }

  @Test
  void itIsTakenOutAndReadByOtherSystems() {
    var name = member().name();
    assertThat(pages.get("/referrals/coverage/export?format=csv", commission(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains(name, "未指定");
    assertThat(
            http.get()
                .uri("/api/referral/coverage")
                .accept("application/json")
                .with(signedIn(commission())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0].institutions[*].institution")
        .asArray()
        .contains(MEMBER);
  }
}
