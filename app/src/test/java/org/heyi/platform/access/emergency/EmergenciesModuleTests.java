package org.heyi.platform.access.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Breaking the glass, and judging it.
@HeyiTest
class EmergenciesModuleTests {

  private static final String WHY = "车祸昏迷，需立即核对过敏史和用药史";

  @Autowired Emergencies emergencies;
  @Autowired Relationships relationships;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  Staff doctor;
  Staff reviewer;
  Staff strangeReviewer;

  @BeforeEach
  void people() {
    doctor = TestStaff.with("physician", "emergency-hospital");
    reviewer = TestStaff.with("security-admin", "emergency-commission");
    strangeReviewer = TestStaff.with("security-admin", "faraway-commission");
  }

  @Test
  @Satisfies("PLT-08")
  void withAReasonTheGlassBreaksForALimitedTimeAndOnRecord() {
    var resident = ResidentId.next();
    assertThat(relationships.live(resident, doctor.institution())).isFalse();

    emergencies.breakGlass(resident, WHY, doctor);

    assertThat(relationships.live(resident, doctor.institution())).isTrue();
    assertThat(
            jdbc.sql(
                    """
                    select account from audit.entry
                     where action = 'access.glass-broken' and :resident = any (residents)
                    """)
                .param("resident", resident.value())
                .query(UUID.class)
                .list())
        .containsExactly(doctor.account().value());
    clock.advance(Duration.ofHours(4));
    assertThat(relationships.live(resident, doctor.institution())).isFalse();
  }

  @Test
  void withoutAReasonOrTheDutyItDoesNot() {
    var resident = ResidentId.next();
    var clerk = TestStaff.with("desk-clerk", "emergency-hospital");

    assertThatThrownBy(() -> emergencies.breakGlass(resident, "  急诊  ", doctor))
        .hasMessageStartingWith("emergency.reason-too-short");
    assertThatThrownBy(() -> emergencies.breakGlass(resident, WHY, clerk))
        .hasMessageStartingWith("emergency.not-your-duty");
    assertThat(relationships.live(resident, doctor.institution())).isFalse();
  }

  @Test
  void theReviewerOfTheAreaJudgesItOnceAndOthersDoNotSeeIt() throws Exception {
    var resident = ResidentId.next();
    emergencies.breakGlass(resident, WHY, doctor);
    var id = find(resident, reviewer).id();

    assertThat(emergencies.list(false, new PageQuery(1, 200, "", false), strangeReviewer).rows())
        .noneMatch(it -> it.resident().equals(resident));
    assertThatThrownBy(() -> emergencies.review(id, Verdict.JUSTIFIED, "", strangeReviewer))
        .hasMessageStartingWith("emergency.not-found");
    assertThatThrownBy(() -> emergencies.review(id, Verdict.JUSTIFIED, "", doctor))
        .hasMessageStartingWith("emergency.not-your-duty");

    var judged = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        var _ =
            threads.submit(() -> {
              try {
                emergencies.review(id, Verdict.UNJUSTIFIED, "没有急诊记录", reviewer);
                judged.incrementAndGet();
              } catch (ProblemException refused) {
                assertThat(refused).hasMessageStartingWith("emergency.already-reviewed");
              }
            });
      }
    }
    assertThat(judged.get()).isEqualTo(1);
    assertThat(find(resident, reviewer).verdict()).isEqualTo(Verdict.UNJUSTIFIED);
  }

  private EmergencyView find(ResidentId resident, Staff by) {
    return emergencies.list(false, new PageQuery(1, 200, "", false), by).rows().stream()
        .filter(it -> it.resident().equals(resident))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pressingTwiceBreaksOnce() {
    var resident = ResidentId.next();
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(doctor), TestStaff.PASSWORD);
    var page =
        TestBrowser.text(browser.get("/access/emergency?resident=" + resident + "&back=/account"));
    var key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    var form =
        Map.of("key", key, "resident", resident.toString(), "reason", WHY, "back", "/account");

    assertThat(browser.post("/access/emergency", form)).hasRedirectedUrl("/account");
    assertThat(browser.post("/access/emergency", form)).hasRedirectedUrl("/account");

    assertThat(
            jdbc.sql("select count(*) from access.emergency where resident = :resident")
                .param("resident", resident.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            TestBrowser.text(
                browser.post(
                    "/access/emergency",
                    Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "resident",
                        resident.toString(),
                        "reason",
                        "短"))))
        .contains("请把理由写清楚");
  }
}
