package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.Duration;
import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.Slots;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 占号: the sender keeps a time while making up their mind, for as long as the hospital lets them.
@HeyiTest
class HeldTimeTests {

  @Autowired TestPages pages;
  @Autowired Drafts drafts;
  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired Slots slots;
  @Autowired MovableClock clock;

  @Test
  void aTimeIsHeldOnThePageAndSentFromThere() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.draft();
    var slot = fixture.free(doctor).getFirst().slot();
    assertThat(pages.get("/referrals/" + id + "/slot", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("formaction=\"/referrals/" + id + "/hold\"")
        .doesNotContain("为您保留到");
    var form = pages.form(id, Map.of("slot", slot.toString()));

    for (int press = 0; press < 2; press++) {
      var held = pages.post("/referrals/" + id + "/hold", villageDoctor(), "zh-CN", form);
      assertThat(TestPages.location(held)).isEqualTo("/referrals/" + id + "/slot");
    }

    assertThat(pages.get("/referrals/" + id + "/slot", villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("为您保留到 09:15")
        .containsOnlyOnce("value=\"" + slot + "\"");
    assertThat(freeFor(aColleague(), doctor)).isEmpty();
    var send = pages.form(id, Map.of("slot", slot.toString()));
    assertThat(
            TestPages.location(
                pages.post("/referrals/" + id + "/send", villageDoctor(), "zh-CN", send)))
        .isEqualTo("/referrals/" + id);
    assertThat(fixture.visit(id).slot()).isEqualTo(slot);
  }

  @Test
  void aLapsedHoldIsFreeForOthers() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var mine = fixture.draft();
    var theirs = fixture.draft();
    var slot = fixture.free(doctor).getFirst().slot();
    var colleague = aColleague();
    drafts.hold(mine, slot, press(fixture.version(mine)), villageDoctor());

    var before = press(fixture.version(theirs));
    assertThatThrownBy(() -> referrals.send(theirs, slot, before, colleague))
        .hasMessageContaining("capacity.slot-taken");
    clock.advance(Duration.ofMinutes(15));
    assertThat(drafts.held(mine, villageDoctor())).isEmpty();
    referrals.send(theirs, slot, press(fixture.version(theirs)), colleague);

    assertThat(fixture.visit(theirs).slot()).isEqualTo(slot);
    assertThat(pages.get("/referrals/" + mine + "/slot", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("为您保留到");
  }

  @Test
  void sendingWithAnotherTimeGivesTheHeldOneBack() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = fixture.draft();
    var both = fixture.free(doctor);
    drafts.hold(id, both.getFirst().slot(), press(fixture.version(id)), villageDoctor());

    var send = pages.form(id, Map.of("slot", both.getLast().slot().toString()));
    pages.post("/referrals/" + id + "/send", villageDoctor(), "zh-CN", send);

    assertThat(fixture.visit(id).slot()).isEqualTo(both.getLast().slot());
    assertThat(freeFor(aColleague(), doctor)).containsExactly(both.getFirst());
  }

  @Test
  void nothingChosenAndStrangersHoldNothing() {
    var id = fixture.draft();
    var stranger = TestStaff.with("village-doctor", "ninghe-dabei-v01");

    assertThat(
            pages.post(
                "/referrals/" + id + "/hold", villageDoctor(), "zh-CN", pages.form(id, Map.of())))
        .hasStatus(422);
    assertThat(
            pages.post(
                "/referrals/" + id + "/hold",
                stranger,
                "zh-CN",
                pages.form(id, Map.of("slot", id.toString()))))
        .hasStatus(404);
  }

  private static Staff aColleague() {
    return TestStaff.another("village-doctor", TestReferrals.CLINIC);
  }

  private java.util.List<FreeSlot> freeFor(Staff by, String doctor) {
    var query =
        new FreeSlotQuery(
            InstitutionId.of(TestReferrals.HOSPITAL),
            TestReferrals.DEPARTMENT,
            TestReferrals.tomorrow(),
            200,
            "referral");
    return slots.free(query, by).stream().filter(it -> it.practitioner().equals(doctor)).toList();
  }
}
