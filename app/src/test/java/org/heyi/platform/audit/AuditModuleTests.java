package org.heyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// The log in the whole application: with callers' transactions, refusals and pages.
@HeyiTest
class AuditModuleTests {

  private static final String HERE = "audittest-hospital";

  @Autowired Audit audit;
  @Autowired Sealer sealer;
  @Autowired TransactionTemplate transaction;
  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;

  Staff doctor;
  Staff reviewer;

  @BeforeEach
  void people() {
    doctor = TestStaff.with("village-doctor", HERE);
    reviewer = TestStaff.with("audit-admin", HERE);
  }

  @Test
  void whatIsRolledBackIsNotOnRecordAndWhatIsRefusedIs() {
    var resident = ResidentId.next();
    transaction.executeWithoutResult(status -> {
      audit.record(doctor, viewed(resident));
      audit.refused(doctor, viewed(resident).with("try", 2), AuditProblem.NOT_A_REVIEWER);
      status.setRollbackOnly();
    });

    assertThat(audit.about(resident, PageQuery.first()).rows())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.outcome()).isEqualTo(AuditOutcome.REFUSED);
          assertThat(it.problem()).isEqualTo("audit.not-a-reviewer");
          assertThat(it.facts()).containsEntry("try", "2");
        });
  }

  @Test
  void anEntryNeedsTheTransactionOfWhatItRecords() {
    assertThatThrownBy(() -> audit.record(doctor, viewed(ResidentId.next())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void whoSawAResidentIsFoundAndReadingTheLogIsOnRecordToo() {
    var resident = ResidentId.next();
    record(doctor, viewed(resident));
    clock.advance(Duration.ofMinutes(1));

    assertThat(
            http.get()
                .uri("/audit?resident={id}", resident.value())
                .header("Accept-Language", "zh-CN")
                .with(TestStaff.signedIn(reviewer)))
        .hasStatusOk()
        .bodyText()
        .contains("审计日志", doctor.name(), resident.toString());

    assertThat(audit.about(resident, PageQuery.first()).rows())
        .extracting(AuditView::action)
        .containsExactly("audit.searched", "resident.viewed");
  }

  @Test
  void aReviewerSeesHisAreaOnly() {
    var resident = ResidentId.next();
    record(TestStaff.with("village-doctor", "elsewhere-hospital"), viewed(resident));

    assertThat(
            http.get()
                .uri("/audit?resident={id}", resident.value())
                .with(TestStaff.signedIn(reviewer)))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("elsewhere-hospital");
  }

  @Test
  void filtersThatMakeNoSenseAreSaidAtTheField() {
    assertThat(
            http.get()
                .uri("/audit?from=yesterday&resident=7&action=x")
                .header("Accept-Language", "en")
                .with(TestStaff.signedIn(reviewer)))
        .hasStatusOk()
        .bodyText()
        .contains("To correct: 2", "Write the date as year-month-day", "not a resident number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit", "/audit/verification"})
  void whoIsNoReviewerIsRefusedAndOnRecord(String page) {
    var stranger = TestStaff.another("village-doctor", HERE);

    assertThat(http.get().uri(page).accept("text/html").with(TestStaff.signedIn(stranger)))
        .hasStatus(403);

    var query =
        new AuditQuery(
            clock.instant(),
            clock.instant().plusSeconds(1),
            "",
            stranger.account(),
            "web.refused",
            "",
            null,
            null,
            AuditOutcome.REFUSED);
    assertThat(audit.search(query, PageQuery.first(), reviewer).rows())
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo(new Subject("route", page)));
  }

  @Test
  void theChainIsCheckedOnAPage() {
    record(doctor, viewed(ResidentId.next()));
    sealer.sealRecent();

    assertThat(
            http.post()
                .uri("/audit/verification")
                .header("Accept-Language", "en")
                .with(TestStaff.signedIn(reviewer)))
        .hasStatusOk()
        .bodyText()
        .contains("Nothing is altered");
    assertThat(audit.verify()).isInstanceOf(Verification.Whole.class);
  }

  @Test
  void whatHappensBeforeSignInAndByTheClockIsOnRecord() {
    audit.recordWithoutStaff("li.wei", AuditEntry.of("test.tried", Subject.of("account", "x1")));
    transaction.executeWithoutResult(_ ->
        audit.recordByClock(
            "test.tick", AuditEntry.of("test.ticked", Subject.of("account", "x1"))));

    var query =
        new AuditQuery(
            clock.instant(),
            clock.instant().plusSeconds(1),
            "",
            null,
            "test",
            "",
            null,
            null,
            null);
    assertThat(audit.search(query, PageQuery.first(), reviewer).rows())
        .extracting(AuditView::actor)
        .contains(new AuditActor.Login("li.wei"), new AuditActor.Clockwork("test.tick"));
  }

  private void record(Staff by, AuditEntry entry) {
    transaction.executeWithoutResult(_ -> audit.record(by, entry));
  }

  private static AuditEntry viewed(ResidentId resident) {
    return AuditEntry.of("resident.viewed", Subject.of("resident", resident))
        .about(Set.of(resident));
  }
}
