package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 停机补录: what was done on paper during an outage is entered when Heyi is back, on whatever day that
/// is, and although the clocks have run first.
@HeyiTest
class LateEntryTests {

  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;
  @Autowired TimeWatch watch;
  @Autowired Relationships relationships;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void anArrivalOnPaperIsEnteredTheNextDay() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var came = fixture.visit(id).start();
    theDayAfter(id);

    assertThatThrownBy(() -> referrals.arrive(id, press(fixture.version(id)), desk()))
        .hasMessageContaining("capacity.not-today");
    referrals.arrive(id, late(id, came), desk());

    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(referrals.view(id, desk()).course().getLast().happened()).isEqualTo(came);
  }

  @Test
  void aNoShowOnPaperIsJudgedByThePapersTime() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var start = fixture.visit(id).start();
    theDayAfter(id);

    var tooEarly = late(id, start.plus(Duration.ofMinutes(59)));
    assertThatThrownBy(() -> referrals.noShow(id, tooEarly, desk()))
        .hasMessageContaining("capacity.too-early-for-no-show");
    referrals.noShow(id, late(id, start.plus(Duration.ofMinutes(60))), desk());

    assertThat(fixture.work(id)).containsExactly("referral.rebook");
  }

  /// The clock runs a minute after the restart and ends what was only handled on paper.
  @Test
  void whatTheClockEndedIsAcceptedAndArrivesAfterAll() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.sent(doctor);
    var visit = fixture.visit(id);
    theDayAfter(id);
    watch.run();
    assertThat(fixture.state(id)).isEqualTo("EXPIRED");
    assertThat(slot(id)).isEqualTo("free");

    referrals.accept(id, late(id, visit.start().minus(Duration.ofMinutes(30))), clerk());

    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
    assertThat(fixture.work(id)).containsExactly("referral.arrive");
    assertThat(slot(id)).isEqualTo("booked");
    assertThat(fixture.booked(id)).isEqualTo(1);
    assertThat(relationships.live(resident(id), InstitutionId.of(TestReferrals.HOSPITAL))).isTrue();
    referrals.arrive(id, late(id, visit.start()), desk());
    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(fixture.visit(id, desk()).id()).isEqualTo(visit.id());
    assertThat(fixture.visit(id, desk()).status()).isEqualTo("arrived");
    watch.run();
    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
  }

  @Test
  void theOfficeEntersItOnThePage() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var start = fixture.visit(id).start();
    theDayAfter(id);
    watch.run();
    assertThat(pages.get("/referrals/" + id, clerk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/late", "value=\"accept\"");

    assertThat(TestPages.location(post(id, "accept", start.minusSeconds(600), clerk())))
        .isEqualTo("/referrals/" + id);
    assertThat(TestPages.location(post(id, "arrive", start, desk()))).isEqualTo("/referrals/" + id);

    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(pages.get("/referrals/" + id, desk(), "zh-CN"))
        .bodyText()
        .contains("补录", "实际发生于", "分诊台 王");
  }

  @Test
  void aPaperLiesBetweenTheSendingAndNowAndIsNotTooOld() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var visit = fixture.visit(id);
    var implausible = "referral.paper-time";

    refused(id, MovableClock.START.minusSeconds(120), implausible);
    refused(id, MovableClock.START.plusSeconds(60), implausible);
    theDayAfter(id);
    watch.run();
    refused(id, visit.end().plusSeconds(60), "capacity.step-not-possible");
    clock.set(visit.end().plus(Duration.ofDays(7)).plusSeconds(1));
    refused(id, visit.end(), implausible);
    assertThat(pages.get("/referrals/" + id, clerk(), "zh-CN"))
        .bodyText()
        .doesNotContain("/referrals/" + id + "/late");
  }

  /// What people ended stays ended: nobody does that by mistake of a clock.
  @Test
  void whatSomebodyEndedIsNotTakenUpAgain() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var start = fixture.visit(id).start();
    referrals.withdraw(id, "居民改变主意", press(fixture.version(id)), villageDoctor());
    theDayAfter(id);

    refused(id, start, "referral.not-allowed");
    assertThat(slot(id)).isEqualTo("free");
  }

  private void refused(ReferralId id, Instant happened, String why) {
    var press = late(id, happened);
    assertThatThrownBy(() -> referrals.accept(id, press, clerk())).hasMessageContaining(why);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult post(
      ReferralId id, String done, Instant happened, Staff by) {
    var written = LocalDateTime.ofInstant(happened, Moments.CHINA).toString();
    var fields = Map.of("done", done, "happened", written, "paperBy", "分诊台 王");
    return pages.post("/referrals/" + id + "/late", by, "zh-CN", pages.form(id, fields));
  }

  private Press late(ReferralId id, Instant happened) {
    return new Press(UUID.randomUUID(), fixture.version(id), new OnPaper(happened, "分诊台 王"));
  }

  private void theDayAfter(ReferralId id) {
    clock.set(fixture.visit(id).end().plus(Duration.ofDays(1)));
  }

  private org.heyi.platform.shared.ResidentId resident(ReferralId id) {
    return referrals.view(id, villageDoctor()).resident().id();
  }

  private String slot(ReferralId id) {
    return jdbc.sql("select state from capacity.slot where id = :id")
        .param("id", fixture.visit(id).slot().value())
        .query(String.class)
        .single();
  }
}
