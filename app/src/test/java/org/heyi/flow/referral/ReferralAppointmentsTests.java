package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.press;

import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.Appointments;
import org.heyi.platform.shared.Moments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The appointment of a referral on the schedule's pages and at the referral's desk.
@HeyiTest
class ReferralAppointmentsTests {

  @Autowired TestPages pages;
  @Autowired Referrals referrals;
  @Autowired Appointments appointments;
  @Autowired TestReferrals fixture;
  @Autowired TimeWatch watch;
  @Autowired org.heyi.MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void theSchedulesDeskLeadsToTheReferralAndTakesNoStepItself() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var appointment = "/appointments/" + fixture.visit(id).id();
    fixture.at("08:00");

    for (var page :
        new String[] {"/appointments?size=200&day=" + TestReferrals.tomorrow(), appointment}) {
      assertThat(pages.get(page, desk(), "zh-CN"))
          .as(page)
          .hasStatusOk()
          .bodyText()
          .contains("href=\"/referrals/" + id + "\"")
          .doesNotContain(appointment + "/arrive")
          .doesNotContain(appointment + "/cancel");
    }
    var key = Map.of("key", UUID.randomUUID().toString());
    assertThat(TestPages.location(pages.post(appointment + "/arrive", desk(), "zh-CN", key)))
        .isEqualTo("/referrals/" + id);
    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
    assertThat(fixture.visit(id, desk()).status()).isEqualTo("booked");
  }

  /// Whoever has nothing to do with referrals gets no link that would lead to "not found", and may
  /// not go round the referral either.
  @Test
  void theScheduleClerkGetsNeitherLinkNorStep() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var appointment = "/appointments/" + fixture.visit(id).id();
    var planner = TestStaff.with("schedule-clerk", TestReferrals.HOSPITAL);

    assertThat(pages.get("/clinics/" + clinic(id), planner, "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains(appointment)
        .doesNotContain("/referrals/" + id);
    var fields = Map.of("key", UUID.randomUUID().toString(), "reason", "医院取消");
    assertThat(TestPages.location(pages.post(appointment + "/cancel", planner, "zh-CN", fields)))
        .isEqualTo(appointment);
    assertThat(fixture.booked(id)).isEqualTo(1);
  }

  private String clinic(ReferralId id) {
    return jdbc.sql("select clinic from capacity.slot where id = :id")
        .param("id", fixture.visit(id).slot().value())
        .query(String.class)
        .single();
  }

  @Test
  void aNoShowWhoComesAfterAllIsReceivedAtTheReferralsDesk() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var appointment = fixture.visit(id).id();
    fixture.at("09:00");
    referrals.noShow(id, press(fixture.version(id)), desk());
    var list = "/referrals/desk?size=200&day=" + TestReferrals.tomorrow();
    assertThat(pages.get(list, desk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/arrive", "居民后来到诊");

    pages.post("/referrals/" + id + "/arrive", desk(), "zh-CN", pages.form(id, Map.of()));

    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(fixture.visit(id, desk()).id()).isEqualTo(appointment);
    assertThat(fixture.visit(id, desk()).status()).isEqualTo("arrived");
    assertThat(fixture.work(id)).containsExactly("referral.take-in");
  }

  @Test
  void onAnotherDayTheMissedTimeIsOver() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    fixture.at("09:00");
    referrals.noShow(id, press(fixture.version(id)), desk());
    clock.set(TestReferrals.tomorrow().plusDays(1).atTime(9, 0).atZone(Moments.CHINA).toInstant());

    assertThat(
            pages.post("/referrals/" + id + "/arrive", desk(), "zh-CN", pages.form(id, Map.of())))
        .hasStatus(422);
    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
  }

  /// Another system of the hospital may mark it at the schedule: the referral follows.
  @Test
  void theReferralFollowsANoShowWhoArrivedAtTheSchedule() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    var appointment = fixture.visit(id).id();
    fixture.at("09:00");
    referrals.noShow(id, press(fixture.version(id)), desk());

    appointments.arrive(appointment, clock.instant(), desk());
    watch.run();

    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    assertThat(fixture.work(id)).containsExactly("referral.take-in");
  }

  @Test
  void whatAClockCancelsIsLoggedAsDoneByTheClock() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var visit = fixture.visit(id);
    clock.set(visit.end());
    watch.run();

    assertThat(
            jdbc.sql(
                    """
                    select actor_kind || ' ' || actor from audit.entry
                     where action = 'capacity.cancelled' and subject_id = :id
                    """)
                .param("id", visit.id().toString())
                .query(String.class)
                .list())
        .containsExactly("CLOCK referral.watch-times");
  }
}
