package org.heyi.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.WorkStep.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Items, clocks and pages in the whole application.
@HeyiTest
class WorkModuleTests {

  private static final String CENTRE = "worktest-centre";
  private static final String CLINIC = "worktest-clinic";
  private static final String KIND = "referral.review";
  private static final String DUTY = "referral.review";

  @Autowired Work work;
  @Autowired Clocks clocks;
  @Autowired Reach reach;
  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;

  Staff sender;
  Staff clerk;
  Staff head;
  Staff stranger;

  /// The health centre manages the clinic.
  @BeforeEach
  void peopleAndTree() {
    sender = TestStaff.with("village-doctor", CLINIC);
    clerk = TestStaff.with("referral-clerk", CENTRE);
    head = TestStaff.with("institution-head", CENTRE);
    stranger = TestStaff.with("referral-clerk", "worktest-other");
    reach.replace(
        "worktest",
        Scope.SUBTREE,
        List.of(
            new Reach.Place(
                InstitutionId.of(CLINIC),
                Scope.SUBTREE,
                CENTRE,
                new Period(java.time.LocalDate.of(2020, 1, 1), null))));
  }

  @Test
  void anItemHasOneOwnerAtEveryStep() {
    var subject = open(CENTRE, DUTY);
    assertThat(TestInbox.of(work, clerk)).contains(subject);
    assertThat(TestInbox.of(work, sender)).doesNotContain(subject);
    assertThat(TestInbox.of(work, stranger)).doesNotContain(subject);

    work.claim(subject, KIND, clerk);
    assertThat(TestInbox.of(work, clerk)).contains(subject);
    assertThat(TestInbox.of(work, TestStaff.another("referral-clerk", CENTRE)))
        .doesNotContain(subject);

    work.pass(subject, KIND, item(subject, "referral.revise", CLINIC, "referral.send"), clerk);
    assertThat(TestInbox.of(work, clerk)).doesNotContain(subject);
    assertThat(TestInbox.of(work, sender)).contains(subject);

    work.close(subject, "referral.revise", sender);
    work.close(subject, "referral.revise", sender);
    assertThat(TestInbox.of(work, sender)).doesNotContain(subject);
    assertThat(work.trail(subject))
        .extracting(WorkStep::what)
        .containsExactly(What.OPENED, What.CLAIMED, What.PASSED, What.CLOSED);
    assertThat(work.trail(subject))
        .element(2)
        .isEqualTo(
            new WorkStep(
                What.PASSED,
                clock.instant(),
                clerk.account(),
                clerk.name(),
                null,
                "referral.revise",
                WorkOwner.of(InstitutionId.of(CENTRE), DUTY),
                WorkOwner.of(InstitutionId.of(CLINIC), "referral.send"),
                null,
                null));
  }

  @Test
  void aSubjectHasOneOpenItemOfAKind() {
    var subject = open(CENTRE, DUTY);

    assertThatThrownBy(() -> work.open(item(subject, KIND, CENTRE, DUTY), sender))
        .hasMessageContaining("work.already-open");

    work.close(subject, KIND, clerk);
    work.open(item(subject, KIND, CENTRE, DUTY), sender);
    assertThat(TestInbox.of(work, clerk)).contains(subject);
  }

  @Test
  void whatNobodyWaitsForCannotBePassed() {
    var subject = Subject.of("referral", UUID.randomUUID());

    assertThatThrownBy(() -> work.pass(subject, KIND, item(subject, KIND, CENTRE, DUTY), sender))
        .hasMessageContaining("work.not-open");
  }

  @Test
  void aStrangerDoesNotKnowOfIt() {
    var subject = open(CENTRE, DUTY);

    assertThatThrownBy(() -> work.claim(subject, KIND, stranger))
        .hasMessageContaining("work.not-found");
    assertThatThrownBy(() -> work.claim(subject, KIND, sender))
        .hasMessageContaining("work.not-found");
  }

  @Test
  void oneOfManyGetsIt() throws Exception {
    int rivals = 64;
    int items = 10;
    var people = new ArrayList<Staff>();
    for (int i = 0; i < rivals; i++) {
      people.add(TestStaff.another("referral-clerk", CENTRE));
    }
    int won = 0;
    int violations = 0;
    for (int i = 0; i < items; i++) {
      var subject = open(CENTRE, DUTY);
      var claimed =
          AtOnce.yes(
              people.stream()
                  .map(person -> (Callable<Boolean>) () -> claims(subject, person))
                  .toList());
      var claims = work.trail(subject).stream().filter(it -> it.what() == What.CLAIMED).count();
      won += claimed;
      violations += claimed == 1 && claims == 1 ? 0 : 1;
    }
    System.out.printf(
        "work: %d attempts to claim %d items, %d won, %d refused, violations %d%n",
        rivals * items, items, won, rivals * items - won, violations);
    assertThat(violations).isZero();
  }

  private boolean claims(Subject subject, Staff by) {
    try {
      work.claim(subject, KIND, by);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageContaining("work.already-claimed");
      return false;
    }
  }

  @Test
  void onlyTheHolderOrAHeadGivesItBack() {
    var subject = open(CENTRE, DUTY);
    var other = TestStaff.another("referral-clerk", CENTRE);
    work.claim(subject, KIND, clerk);

    assertThatThrownBy(() -> work.release(subject, KIND, other))
        .hasMessageContaining("work.not-yours");
    work.release(subject, KIND, head);
    work.claim(subject, KIND, other);
    work.release(subject, KIND, other);

    assertThat(TestInbox.find(work, clerk, subject).isFree()).isTrue();
  }

  /// Eight nodes ask at the same time, again and again: each item is reminded once, escalated once.
  @Test
  void clocksFireOnceOnManyNodes() throws Exception {
    var subjects = new ArrayList<Subject>();
    for (int i = 0; i < 40; i++) {
      subjects.add(open(CENTRE, DUTY));
    }
    int ticks = 0;
    ticks += tickOnManyNodes();
    clock.advance(Duration.ofHours(2));
    ticks += tickOnManyNodes();
    clock.advance(Duration.ofHours(3));
    ticks += tickOnManyNodes();

    int violations = 0;
    for (var subject : subjects) {
      var steps = work.trail(subject).stream().map(WorkStep::what).toList();
      violations += steps.equals(List.of(What.OPENED, What.REMINDED, What.ESCALATED)) ? 0 : 1;
    }
    System.out.printf(
        "work: %d items, %d clock runs on 8 nodes, violations %d%n",
        subjects.size(), ticks, violations);
    assertThat(violations).isZero();
  }

  private int tickOnManyNodes() throws Exception {
    int nodes = 8;
    int each = 3;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = new ArrayList<Future<?>>();
      for (int i = 0; i < nodes * each; i++) {
        done.add(threads.submit(clocks::tick));
      }
      for (var it : done) {
        it.get(60, TimeUnit.SECONDS);
      }
    }
    return nodes * each;
  }

  @Test
  void aMovedDueTimeRemindsAgain() {
    var subject = open(CENTRE, DUTY);
    clock.advance(Duration.ofHours(5));
    clocks.tick();
    var now = clock.instant();

    work.redate(subject, KIND, now.plusSeconds(60), now.plusSeconds(120), clerk);
    clock.advance(Duration.ofSeconds(61));
    clocks.tick();

    assertThat(work.trail(subject))
        .extracting(WorkStep::what)
        .containsExactly(What.OPENED, What.ESCALATED, What.REDATED, What.REMINDED);
  }

  @Test
  void aHeadSeesWhatIsOverdueAndWhatNobodyOwnsBelow() {
    var overdue = open(CLINIC, "referral.send");
    var unowned = open(CLINIC, "referral.arrive");
    var elsewhere = open("worktest-other", "referral.arrive");
    clock.advance(Duration.ofHours(5));
    var all = new PageQuery(1, 200, "due", true);

    assertThat(work.overdue(all, head).rows())
        .extracting(WorkItem::subject)
        .contains(overdue, unowned)
        .doesNotContain(elsewhere);
    assertThat(work.unowned(all, head).rows())
        .extracting(WorkItem::subject)
        .contains(unowned)
        .doesNotContain(overdue, elsewhere);
    assertThatThrownBy(() -> work.overdue(all, clerk))
        .hasMessageContaining("work.not-a-supervisor");
    for (var page : List.of("/work/overdue", "/work/unowned")) {
      assertThat(
              http.get()
                  .uri(page + "?sort=opened&desc=true&size=200")
                  .header("Accept-Language", "zh-CN")
                  .with(TestStaff.signedIn(head)))
          .hasStatusOk()
          .bodyText()
          .contains("/referrals/" + unowned.id())
          .doesNotContain("/referrals/" + elsewhere.id());
    }
  }

  @Test
  void theInboxIsUsedInTheBrowser() {
    var subject = open(CENTRE, DUTY);
    var person = TestStaff.another("referral-clerk", CENTRE);
    var item = TestInbox.find(work, person, subject);

    assertThat(
            http.get()
                .uri("/work?urgency=1&kind=referral.review&sort=opened&desc=true&size=200")
                .header("Accept-Language", "en")
                .with(TestStaff.signedIn(person)))
        .hasStatusOk()
        .bodyText()
        .contains("/work/" + item.id() + "/claim", "Urgent");
    for (int press = 1; press <= 2; press++) {
      assertThat(
              http.post()
                  .uri("/work/{id}/claim", item.id().value())
                  .param("version", "0")
                  .param("back", "/work?whose=MINE")
                  .with(TestStaff.signedIn(person)))
          .as("press %d", press)
          .hasStatus3xxRedirection()
          .hasRedirectedUrl("/work?whose=MINE");
    }
    assertThat(
            http.post()
                .uri("/work/{id}/claim", item.id().value())
                .param("version", "0")
                .accept("text/html")
                .with(TestStaff.signedIn(TestStaff.another("referral-clerk", CENTRE))))
        .hasStatus(409);
    assertThat(
            http.post()
                .uri("/work/{id}/claim", item.id().value())
                .param("version", "1")
                .accept("text/html")
                .with(TestStaff.signedIn(stranger)))
        .hasStatus(404);
    assertThat(
            http.post()
                .uri("/work/{id}/release", item.id().value())
                .param("version", "1")
                .param("back", "//evil.example")
                .with(TestStaff.signedIn(person)))
        .hasRedirectedUrl("/work");
    assertThat(TestInbox.find(work, person, subject).isFree()).isTrue();
  }

  @Test
  void theHomePageSaysWhatWaits() {
    open(CENTRE, DUTY);

    assertThat(
            http.get().uri("/").header("Accept-Language", "zh-CN").with(TestStaff.signedIn(clerk)))
        .hasStatusOk()
        .bodyText()
        .contains("待办", "/work?kind=referral.review");
  }

  private Subject open(String institution, String duty) {
    var subject = Subject.of("referral", UUID.randomUUID());
    work.open(item(subject, KIND, institution, duty), sender);
    return subject;
  }

  /// Reminds in one hour, due in four.
  private OpenWork item(Subject subject, String kind, String institution, String duty) {
    Instant now = clock.instant();
    return new OpenWork(
        subject,
        kind,
        "心内科",
        "/referrals/" + subject.id(),
        WorkOwner.of(InstitutionId.of(institution), duty),
        1,
        now.plus(Duration.ofHours(1)),
        now.plus(Duration.ofHours(4)));
  }
}
