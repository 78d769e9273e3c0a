package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.PlanTemplate;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.flow.capacity.Schedules;
import org.heyi.flow.capacity.Slots;
import org.heyi.flow.capacity.Templates;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The referral story in every community of the five plans: one test, one code; what differs is
/// what each plan says. 南阳 names no county, so its three made-up ones play.
@HeyiTest
class CommunityStoryTests {

  private static final int PLACES = 10;
  private static final AtomicInteger DOCTOR = new AtomicInteger();

  @Autowired Drafts drafts;
  @Autowired Referrals referrals;
  @Autowired Templates templates;
  @Autowired Clinics clinics;
  @Autowired Schedules schedules;
  @Autowired Slots slots;
  @Autowired Communities communities;
  @Autowired TestReferrals fixture;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  /// Who sends where.
  ///
  /// @param first the hospital that the sender is offered first
  /// @param share of the slots of this class that the plan keeps for the primary level, in percent;
  ///   0 where it gives priority without a number, or says nothing
  record Road(
      String sender,
      String role,
      String hospital,
      String department,
      String slotClass,
      String first,
      int share) {

    Staff from() {
      return TestStaff.with(role, sender);
    }

    Staff at(String role) {
      return TestStaff.with(role, hospital);
    }

    /// Where the plan gives no number, the hospital keeps some places of its own will.
    int reserved() {
      return share == 0 ? 4 : share * PLACES / 100;
    }
  }

  /// 宁河 §十五; 瓦房店 (紧密型) 五(五); 太仓 二(三)6 in the east grid, in the west grid, across the grids and to
  /// the cooperating hospital; 临沂 三(三)1 in both groups; 南阳 in three counties.
  @ParameterizedTest(name = "{0} to {2}")
  @CsvSource({
    "ninghe-yuelong-v02, family-doctor, ninghe-yiyuan, 03.04, expert, ninghe-yiyuan, 0",
    "wafangdian-liguan-v01, village-doctor, wafangdian-zhongxin, 03.04, expert, wafangdian-zhongxin, 0",
    "taicang-liuhe, family-doctor, taicang-shiyiyuan, 03.04, expert, taicang-shiyiyuan, 50",
    "taicang-shaxi, family-doctor, taicang-zhongyi, 50.01, expert, taicang-zhongyi, 50",
    "taicang-liuhe, family-doctor, taicang-zhongyi, 50.01, expert, taicang-shiyiyuan, 50",
    "taicang-shaxi-s01, family-doctor, taicang-shiyiyuan, 03.04, expert, taicang-zhongyi, 50",
    "taicang-ludu, family-doctor, taicang-ruijin, 03.04, expert, taicang-shiyiyuan, 50",
    "linyi-zhengwang-v01, village-doctor, linyi-renmin, 03.04, ordinary, linyi-renmin, 20",
    "linyi-yitang-v01, village-doctor, linyi-zhongyi, 50.01, ordinary, linyi-zhongyi, 20",
    "nanyang-jia-xiang1-v01, village-doctor, nanyang-jia-renmin, 03.04, ordinary, nanyang-jia-renmin, 0",
    "nanyang-yi-xiang2, family-doctor, nanyang-yi-renmin, 03.04, expert, nanyang-yi-renmin, 0",
    "nanyang-bing-xiang4-v02, village-doctor, nanyang-bing-renmin, 03.04, ordinary, nanyang-bing-renmin, 0",
  })
  @Satisfies("PLT-10")
  void theSameStoryRunsByWhatEachPlanSays(
      String sender,
      String role,
      String hospital,
      String department,
      String slotClass,
      String first,
      int share) {
    var road = new Road(sender, role, hospital, department, slotClass, first, share);
    assertThat(upward(road)).startsWith(first).contains(hospital);

    var day = TestHospital.freshDay(hospital);
    var doctor = publishByThePlan(road, day);
    clock.set(day.minusDays(4).atTime(9, 0).atZone(Moments.CHINA).toInstant());
    var place = reservedFor(road.from(), road, day, doctor);
    assertThat(place.left()).isEqualTo(road.reserved());
    assertThat(free(TestStaff.with("village-doctor", stranger(road)), road, day, doctor))
        .noneMatch(FreeSlot::reserved);

    var id = send(road, place);
    assertThat(reservedFor(road.from(), road, day, doctor).left()).isEqualTo(road.reserved() - 1);
    runThrough(id, road, day);
  }

  private List<String> upward(Road road) {
    var today = LocalDate.ofInstant(MovableClock.START, Moments.CHINA);
    return communities.upward(InstitutionId.of(road.sender()), today).stream()
        .map(Membership::institution)
        .map(InstitutionId::value)
        .toList();
  }

  /// Below the plan's share nothing is published without a reason; at it, it is.
  private String publishByThePlan(Road road, LocalDate day) {
    if (road.share() > 0) {
      draft(road, day, road.reserved() - 1);
      assertThatThrownBy(() -> publish(road, day))
          .hasMessageContaining(
              "capacity.share-below-" + road.slotClass().replace("ordinary", "outpatient"));
      discard(road, day);
    }
    var doctor = draft(road, day, road.reserved());
    assertThat(publish(road, day)).isEqualTo(1);
    return doctor;
  }

  private String draft(Road road, LocalDate day, int reserved) {
    clock.set(MovableClock.START);
    var planner = road.at("schedule-clerk");
    var doctor = "故事医师" + DOCTOR.incrementAndGet();
    var template =
        templates.plan(
            new PlanTemplate(
                road.department(),
                doctor,
                null,
                day.getDayOfWeek(),
                "am",
                road.slotClass(),
                "门诊楼",
                0,
                PlanTemplate.even(LocalTime.of(8, 0), 60, 1, PLACES, reserved)),
            planner);
    templates.draft(day, day, road.department(), planner);
    templates.retire(template, planner);
    return doctor;
  }

  private int publish(Road road, LocalDate day) {
    return clinics.publish(
        new PublishClinics(road.department(), day, day, ""), road.at("schedule-clerk"));
  }

  private void discard(Road road, LocalDate day) {
    var planner = road.at("schedule-clerk");
    schedules
        .week(road.department(), day, planner)
        .forEach(it -> {
          if (it.status().equals("draft") && it.day().equals(day)) {
            clinics.discard(it.id(), it.version(), planner);
          }
        });
  }

  private List<FreeSlot> free(Staff by, Road road, LocalDate day, String doctor) {
    var from = day.atStartOfDay(Moments.CHINA).toInstant();
    return slots.free(
        new FreeSlotQuery(
            InstitutionId.of(road.hospital()),
            road.department(),
            doctor,
            from,
            null,
            50,
            "referral"),
        by);
  }

  private FreeSlot reservedFor(Staff by, Road road, LocalDate day, String doctor) {
    return free(by, road, day, doctor).stream()
        .filter(FreeSlot::reserved)
        .findFirst()
        .orElseThrow();
  }

  /// Somebody of another area has no part in this community's reserved places.
  private static String stranger(Road road) {
    return road.sender().startsWith("ninghe") ? "wafangdian-liguan-v01" : "ninghe-yuelong-v02";
  }

  private ReferralId send(Road road, FreeSlot place) {
    var from = road.from();
    var id = drafts.start(TestResidents.register(from), fixture.summary(), UUID.randomUUID(), from);
    var request =
        new Request(
            new Destination(InstitutionId.of(road.hospital()), road.department()),
            Urgency.ROUTINE,
            "需进一步检查",
            true,
            new ContactPerson("张三", "儿子", "13900000001"));
    drafts.request(id, request, press(id), from);
    referrals.send(id, place.slot(), press(id), from);
    assertThat(owner(id)).isEqualTo(road.hospital() + " referral.review");
    return id;
  }

  private void runThrough(ReferralId id, Road road, LocalDate day) {
    referrals.accept(id, press(id), road.at("referral-clerk"));
    assertThat(owner(id)).isEqualTo(road.hospital() + " referral.arrive");
    clock.set(day.atTime(8, 0).atZone(Moments.CHINA).toInstant());
    referrals.arrive(id, press(id), road.at("desk-clerk"));
    assertThat(owner(id)).isEqualTo(road.hospital() + " referral.take-in");
    referrals.takeIn(id, press(id), road.at("physician"));
    assertThat(owner(id)).isEqualTo(road.hospital() + " referral.feed-back");
    var feedback = new Feedback(null, "检查未见异常", "继续随访");
    referrals.feedBack(id, feedback, press(id), road.at("physician"));
    assertThat(owner(id)).isEqualTo(road.sender() + " referral.read");
    referrals.close(id, press(id), road.from());
    assertThat(fixture.work(id)).isEmpty();
    assertThat(referrals.view(id, road.from()).feedback()).isEqualTo(feedback);
  }

  private Press press(ReferralId id) {
    return TestReferrals.press(fixture.version(id));
  }

  /// Whose turn it is: exactly one institution has exactly one thing to do.
  private String owner(ReferralId id) {
    return jdbc.sql(
            """
            select owner_institution || ' ' || kind from work.card_item
             where subject_kind = 'referral' and subject_id = :id
            """)
        .param("id", id.toString())
        .query(String.class)
        .single();
  }
}
