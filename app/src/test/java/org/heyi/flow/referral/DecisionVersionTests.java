package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.ClinicId;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.revision.Revisions;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Steps and publications keep the version of the policy pack that they were made under.
@HeyiTest
class DecisionVersionTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Revisions revisions;
  @Autowired Drafts drafts;
  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired TestHospital hospital;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;

  private void inForce(int version, Staff by) throws Exception {
    clock.set(MovableClock.START);
    var text =
        new ClassPathResource("communities/ninghe.yaml")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("ninghe", "keeping")
            .replaceFirst("version: \\d+", "version: " + version);
    var id = revisions.propose("keeping.yaml", text.getBytes(StandardCharsets.UTF_8), by);
    revisions.apply(id, TODAY, by);
  }

  private int published(ClinicId clinic) {
    return jdbc.sql("select pack_version from capacity.clinic where id = :id")
        .param("id", clinic.value())
        .query(Integer.class)
        .single();
  }

  @Test
  @Satisfies("AGR-19")
  void whatWasDecidedKeepsItsVersion() throws Exception {
    inForce(1, TestStaff.with("system-admin", "ninghe-weijianwei"));
    var doctor = TestStaff.with("village-doctor", "keeping-yuelong-v01");
    var resident = TestResidents.register(doctor);
    var id = drafts.start(resident, fixture.summary(), UUID.randomUUID(), doctor);
    var before = hospital.published("keeping-yiyuan", TODAY.plusDays(20), "expert", 1, 1, 1);
    var draft = hospital.draft("keeping-yiyuan", TODAY.plusDays(22), "expert", 1, 1, 1);

    inForce(2, TestStaff.with("system-admin", "keeping-weijianwei"));
    drafts.request(
        id, request(), TestReferrals.press(referrals.view(id, doctor).facts().version()), doctor);
    var after = hospital.published("keeping-yiyuan", TODAY.plusDays(21), "expert", 1, 1, 1);

    assertThat(referrals.view(id, doctor).course())
        .extracting(ReferralView.Course::packVersion)
        .isEqualTo(List.of(1, 2));
    assertThat(List.of(published(before), published(after))).isEqualTo(List.of(1, 2));
    assertThat(
            jdbc.sql("select pack_version is null from capacity.clinic where id = :id")
                .param("id", draft.value())
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(page("/referrals/" + id, doctor)).contains("按政策包第 1 版");
    assertThat(page("/clinics/" + before, TestStaff.with("schedule-clerk", "keeping-yiyuan")))
        .contains("按政策包第 1 版发布");
  }

  private static Request request() {
    return TestReferrals.request("keeping-yiyuan", TestReferrals.DEPARTMENT, Urgency.URGENT);
  }

  private String page(String path, Staff by) {
    var answer =
        http.get()
            .uri(path)
            .accept("text/html")
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(by))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
