package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.DEPARTMENT;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.notice.NoticeView;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

/// 改转: a hospital's office sends a referral on, inside its house in 宁河 and to another hospital in
/// 太仓.
@HeyiTest
class RedirectTests {

  static final String THERE = "03.02";
  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final String FIRST = "taicang-shiyiyuan";
  private static final String ONCOLOGY = "19";
  private static final String SECOND = "taicang-zhongyi";
  private static final String ACUPUNCTURE = "50.13";

  @Autowired Referrals referrals;
  @Autowired Redirects redirects;
  @Autowired ReferralLists lists;
  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;
  @Autowired Relationships relationships;
  @Autowired Notices notices;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void today() {
    clock.set(MovableClock.START);
  }

  private String there(int places) {
    return fixture.clinicTomorrow(HOSPITAL, THERE, EIGHT, 1, places, places);
  }

  private SlotId slotOf(String doctor) {
    return fixture.free(HOSPITAL, THERE, doctor, villageDoctor()).getFirst().slot();
  }

  @Test
  @Satisfies("REF-04")
  void insideTheHouseTheNewTimeIsTakenAndTheOldOneFreed() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.sent(doctor);
    var another = there(1);
    referrals.claim(id, press(fixture.version(id)), clerk());

    redirects.redirect(id, slotOf(another), "消化道症状为主", press(fixture.version(id)), clerk());

    var view = referrals.view(id, villageDoctor());
    assertThat(view.facts().state()).isEqualTo(ReferralState.SENT);
    assertThat(view.request().to()).isEqualTo(new Destination(InstitutionId.of(HOSPITAL), THERE));
    assertThat(fixture.visit(id).practitioner()).isEqualTo(another);
    assertThat(fixture.left(doctor)).isEqualTo(1);
    assertThat(fixture.free(HOSPITAL, THERE, another, villageDoctor())).isEmpty();
    assertThat(fixture.booked(id)).isEqualTo(1);
    var step = view.redirected().orElseThrow();
    assertThat(step.from()).isEqualTo("宁河区医院 呼吸内科");
    assertThat(step.to()).isEqualTo("宁河区医院 消化内科");
    assertThat(step.note()).isEqualTo("消化道症状为主");
    assertThat(owners(id)).containsExactly(HOSPITAL + " referral.review");
    assertThat(view.facts().assignee()).isEqualTo(clerk().account());

    referrals.accept(id, press(fixture.version(id)), clerk());
    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
  }

  private List<String> owners(ReferralId id) {
    return jdbc.sql(
            """
            select owner_institution || ' ' || kind from work.card_item
             where subject_kind = 'referral' and subject_id = :id
            """)
        .param("id", id.toString())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static Staff sender() {
    return TestStaff.with("family-doctor", "taicang-ludu");
  }

  private static Staff office(String hospital) {
    return TestStaff.with("referral-clerk", hospital);
  }

  private ReferralId sentInTaicang() {
    var doctor = fixture.clinicTomorrow(FIRST, ONCOLOGY, EIGHT, 1, 1, 0);
    var id = fixture.draft(TestReferrals.request(FIRST, ONCOLOGY, Urgency.ROUTINE), sender());
    var slot = fixture.free(FIRST, ONCOLOGY, doctor, sender()).getFirst().slot();
    referrals.send(id, slot, press(fixture.version(id)), sender());
    return id;
  }

  private SlotId slotAtTheSecond() {
    var doctor = fixture.clinicTomorrow(SECOND, ACUPUNCTURE, EIGHT, 1, 1, 0);
    return fixture.free(SECOND, ACUPUNCTURE, doctor, office(FIRST)).getFirst().slot();
  }

  @Test
  @Satisfies("REF-04")
  void anotherHospitalHasItAloneAndTheFirstKeepsSightOfWhatItDid() {
    var id = sentInTaicang();
    var resident = referrals.view(id, sender()).resident().id();
    assertThat(relationships.live(resident, InstitutionId.of(FIRST))).isTrue();

    redirects.redirect(id, slotAtTheSecond(), "宜中医针灸治疗", press(fixture.version(id)), office(FIRST));

    assertThat(owners(id)).containsExactly(SECOND + " referral.review");
    assertThat(relationships.live(resident, InstitutionId.of(FIRST))).isFalse();
    assertThat(relationships.live(resident, InstitutionId.of(SECOND))).isTrue();
    assertThat(relationships.live(resident, sender().institution())).isTrue();
    var inbox = lists.inbox(ReferralFilter.NONE, new PageQuery(1, 200, "", false), office(SECOND));
    assertThat(inbox.rows()).anyMatch(it -> it.facts().id().equals(id));

    referrals.accept(id, press(fixture.version(id)), office(SECOND));
    var whole = referrals.view(id, office(SECOND));
    assertThat(whole.summary()).isNotNull();
    assertThat(whole.course().getLast().action()).isEqualTo(ReferralAction.ACCEPT);

    var earlier = referrals.view(id, office(FIRST));
    assertThat(earlier.summary()).isNull();
    assertThat(earlier.visit()).isNull();
    assertThat(earlier.assigneeName()).isEmpty();
    assertThat(earlier.actions(office(FIRST))).isEmpty();
    assertThat(earlier.course().getLast().action()).isEqualTo(ReferralAction.REDIRECT);
    assertThat(earlier.course()).allMatch(it -> it.note().isEmpty());
    assertThat(lists.of(resident, office(FIRST))).anyMatch(it -> it.facts().id().equals(id));
    assertThatThrownBy(
            () -> referrals.refuse(id, "other", "", press(fixture.version(id)), office(FIRST)))
        .hasMessageContaining("referral.not-allowed");
  }

  @Test
  void itMayComeBackToTheFirstHospital() {
    var id = sentInTaicang();
    redirects.redirect(id, slotAtTheSecond(), "针灸", press(fixture.version(id)), office(FIRST));
    var again = fixture.clinicTomorrow(FIRST, ONCOLOGY, LocalTime.of(13, 0), 1, 1, 0);
    var slot = fixture.free(FIRST, ONCOLOGY, again, office(SECOND)).getFirst().slot();

    redirects.redirect(id, slot, "仍需肿瘤科", press(fixture.version(id)), office(SECOND));

    assertThat(owners(id)).containsExactly(FIRST + " referral.review");
    var view = referrals.view(id, office(FIRST));
    assertThat(view.summary()).isNotNull();
    assertThat(view.facts().earlier())
        .containsExactlyInAnyOrder(InstitutionId.of(FIRST), InstitutionId.of(SECOND));
    assertThat(referrals.view(id, office(SECOND)).summary()).isNull();
  }

  @Test
  void theSenderAndTheNewOfficeAreTold(Scenario scenario) {
    var id = sentInTaicang();
    var slot = slotAtTheSecond();
    var version = fixture.version(id);

    scenario
        .stimulate(() -> redirects.redirect(id, slot, "针灸", press(version), office(FIRST)))
        .andWaitForStateChange(
            () -> List.of(told(sender(), id), told(office(SECOND), id)),
            it ->
                it.getFirst().contains("referral.notice.redirected")
                    && it.getLast().contains("referral.notice.sent"))
        .andVerify(it -> assertThat(it).doesNotContain(List.of()));
    assertThat(pages.get("/referrals/" + id + "/slip", sender(), "zh-CN"))
        .bodyText()
        .contains("已改转", "市中医医院 针灸科");
  }

  private List<String> told(Staff reader, ReferralId id) {
    return notices.list(false, new PageQuery(1, 200, "", false), reader).rows().stream()
        .filter(it -> it.path().endsWith(id.toString()))
        .map(NoticeView::key)
        .toList();
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = fixture.sent(doctor);
    var version = fixture.version(id);
    var another = there(1);
    var slot = slotOf(another);

    refused(id, fixture.free(doctor).getFirst().slot(), "换", version, "referral.same-place");
    refused(id, null, "换", version, "referral.slot-needed");
    refused(id, slot, " ", version, "referral.text-needed");
    refused(id, slot, "换", version - 1, "referral.stale");
    var far = fixture.clinicTomorrow(FIRST, ONCOLOGY, LocalTime.of(15, 0), 1, 1, 0);
    var slotFarAway = fixture.free(FIRST, ONCOLOGY, far, office(FIRST)).getFirst().slot();
    refused(id, slotFarAway, "换", version, "referral.not-a-destination");
    var second = fixture.sent(doctor);
    redirects.redirect(second, slot, "换", press(fixture.version(second)), clerk());
    refused(id, slot, "换", version, "capacity.slot-taken");
    assertThatThrownBy(() -> redirects.redirect(id, slot, "换", press(version), villageDoctor()))
        .hasMessageContaining("referral.not-allowed");
  }

  private void refused(
      ReferralId id,
      @org.jspecify.annotations.Nullable SlotId slot,
      String why,
      int version,
      String code) {
    var before = fixture.visit(id);
    assertThatThrownBy(() -> redirects.redirect(id, slot, why, press(version), clerk()))
        .as(code)
        .hasMessageContaining(code);
    assertThat(fixture.visit(id)).isEqualTo(before);
    assertThat(fixture.state(id)).isEqualTo("SENT");
    assertThat(owners(id)).containsExactly(HOSPITAL + " referral.review");
  }

  @Test
  void thePageOffersDepartmentsThenTimes() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var another = there(1);
    var path = "/referrals/" + id + "/redirect";
    var place = HOSPITAL + "/" + THERE;

    assertThat(pages.get("/referrals/" + id, clerk(), "zh-CN")).bodyText().contains(path);
    assertThat(pages.get(path, clerk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains(place)
        .doesNotContain(HOSPITAL + "/" + DEPARTMENT);
    assertThat(pages.get(path + "?department=" + place, clerk(), "en"))
        .hasStatusOk()
        .bodyText()
        .contains(another, slotOf(another).toString());
    assertThat(pages.get(path, villageDoctor(), "zh-CN")).hasStatus(403);

    var empty = pages.form(id, Map.of("department", place, "slot", slotOf(another).toString()));
    assertThat(pages.post(path, clerk(), "zh-CN", empty))
        .hasStatus(422)
        .bodyText()
        .contains("请写明说明文字", another);
    var full =
        pages.form(
            id, Map.of("department", place, "slot", slotOf(another).toString(), "why", "消化道症状"));
    assertThat(TestPages.location(pages.post(path, clerk(), "zh-CN", full)))
        .isEqualTo("/referrals/" + id);
    assertThat(pages.get("/referrals/" + id, villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("宁河区医院 呼吸内科", "宁河区医院 消化内科", "消化道症状");
  }
}
