package org.heyi.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkEvent;
import org.heyi.platform.work.WorkItemId;
import org.heyi.platform.work.WorkOwner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Notices in the whole application: told once, to the right people, read by their reader only.
@HeyiTest
class NoticeModuleTests {

  private static final String CENTRE = "noticetest-centre";
  private static final String CLINIC = "noticetest-clinic";

  @Autowired Notices notices;
  @Autowired WorkNotices delivered;
  @Autowired Work work;
  @Autowired Reach reach;
  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;

  WorkNotices listener;
  Staff doctor;
  Staff head;

  @BeforeEach
  void peopleOfTheirOwn() {
    // Behind the proxy, which would deliver in a thread of its own.
    listener = AopTestUtils.getTargetObject(delivered);
    doctor = TestStaff.another("village-doctor", CLINIC);
    head = TestStaff.another("institution-head", CENTRE);
    reach.replace(
        "noticetest",
        Scope.SUBTREE,
        List.of(
            new Reach.Place(
                InstitutionId.of(CLINIC),
                Scope.SUBTREE,
                CENTRE,
                new Period(LocalDate.of(2020, 1, 1), null))));
  }

  @Test
  void aReminderReachesTheOwnerAndAnEscalationTheHead(Scenario scenario) {
    scenario
        .publish(reminded(UUID.randomUUID()))
        .andWaitForStateChange(() -> notices.unread(doctor), it -> it == 1)
        .andVerify(_ -> assertThat(notices.unread(head)).isZero());
    scenario
        .publish(escalated(UUID.randomUUID()))
        .andWaitForStateChange(() -> notices.unread(head), it -> it == 1)
        .andVerify(_ -> assertThat(notices.unread(doctor)).isEqualTo(1));
  }

  @Test
  void anEventDeliveredAgainIsTheSameNotice() throws Exception {
    var event = reminded(UUID.randomUUID());
    int deliveries = 40;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < deliveries; i++) {
        var _ = threads.submit(() -> listener.on(event));
      }
    }
    var told = notices.list(false, PageQuery.first(), doctor).total();
    System.out.printf("notice: %d deliveries of one event, notices %d%n", deliveries, told);
    assertThat(told).isEqualTo(1);
  }

  @Test
  void ordinaryNewWorkIsNoNoticeButWhatIsGivenToOneIs(Scenario scenario) {
    var owner = new WorkOwner(InstitutionId.of(CLINIC), "referral.send", doctor.account());
    scenario
        .stimulate(() -> {
          work.open(item(WorkOwner.of(InstitutionId.of(CLINIC), "referral.send")), head);
          work.open(item(owner), head);
        })
        .andWaitForStateChange(() -> notices.unread(doctor), it -> it == 1)
        .andVerify(_ ->
            assertThat(notices.list(true, PageQuery.first(), doctor).rows())
                .extracting(NoticeView::key)
                .containsExactly("notice.work-given"));
  }

  @Test
  void aReaderReadsHisOwnInHisLanguage() {
    listener.on(reminded(UUID.randomUUID()));
    var notice = notices.list(true, PageQuery.first(), doctor).rows().getFirst();
    var time = "2026-11-23 10:00";

    assertThat(
            http.get()
                .uri("/notices")
                .header("Accept-Language", "zh-CN")
                .with(TestStaff.signedIn(doctor)))
        .hasStatusOk()
        .bodyText()
        .contains("即将到期", "心内科", time);
    assertThat(
            http.get()
                .uri("/notices")
                .header("Accept-Language", "en")
                .with(TestStaff.signedIn(doctor)))
        .bodyText()
        .contains("Due soon", time);
    assertThat(
            http.post()
                .uri("/notices/{id}/open", notice.id().value())
                .accept("text/html")
                .with(TestStaff.signedIn(head)))
        .hasStatus(404);
    assertThat(
            http.post()
                .uri("/notices/{id}/open", notice.id().value())
                .with(TestStaff.signedIn(doctor)))
        .hasRedirectedUrl(notice.path());
    assertThat(notices.unread(doctor)).isZero();
  }

  @Test
  void readAllLeavesWhatCameLater() {
    listener.on(reminded(UUID.randomUUID()));
    var shown = clock.instant();
    clock.advance(Duration.ofSeconds(1));
    listener.on(reminded(UUID.randomUUID()));

    assertThat(
            http.post()
                .uri("/notices/read-all")
                .param("until", shown.toString())
                .with(TestStaff.signedIn(doctor)))
        .hasRedirectedUrl("/notices");
    assertThat(notices.unread(doctor)).isEqualTo(1);
  }

  @Test
  void aNoticeLeadsNowhereElse() {
    assertThatThrownBy(() ->
            notices.tell(
                doctor.account(), new TellNotice("x", "notice.menu", List.of(), "//evil.example")))
        .hasMessageContaining("notice_path_in_house");
  }

  private WorkEvent.Reminded reminded(UUID item) {
    return new WorkEvent.Reminded(
        new WorkItemId(item),
        Subject.of("referral", item),
        "notice.menu",
        "心内科",
        "/referrals/" + item,
        WorkOwner.of(InstitutionId.of(CLINIC), "referral.send"),
        1,
        MovableClock.START.plus(Duration.ofHours(1)),
        clock.instant());
  }

  private WorkEvent.Escalated escalated(UUID item) {
    return new WorkEvent.Escalated(
        new WorkItemId(item),
        Subject.of("referral", item),
        "notice.menu",
        "心内科",
        "/referrals/" + item,
        WorkOwner.of(InstitutionId.of(CLINIC), "referral.send"),
        1,
        MovableClock.START,
        clock.instant());
  }

  private OpenWork item(WorkOwner owner) {
    var id = UUID.randomUUID();
    return new OpenWork(
        Subject.of("referral", id),
        "notice.menu",
        "心内科",
        "/referrals/" + id,
        owner,
        2,
        clock.instant().plusSeconds(60),
        clock.instant().plusSeconds(120));
  }
}
