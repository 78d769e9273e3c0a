package org.heyi.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is counted of all work in the house.
@HeyiTest
class WorkFiguresTests {

  private static final InstitutionId OFFICE = InstitutionId.of("workfigures-office");

  @Autowired Work work;
  @Autowired Clocks clocks;
  @Autowired WorkFigures figures;
  @Autowired MovableClock clock;

  private final String kind = "figures.k" + UUID.randomUUID().toString().substring(0, 8);

  /// What other tests have left due is out of the way.
  @BeforeEach
  void clocksAreUpToDate() {
    clocks.tick();
  }

  @Test
  void openAndOverdueWorkIsCountedByKind() {
    var open = number("work.open", kind);
    var overdue = number("work.overdue", kind);
    var first = item();
    item();
    assertThat(number("work.open", kind)).isEqualTo(open + 2);
    assertThat(number("work.overdue", kind)).isEqualTo(overdue);

    clock.advance(Duration.ofHours(5));
    assertThat(number("work.overdue", kind)).isEqualTo(overdue + 2);

    work.closeByClock(first, kind, "figures.test");
    assertThat(number("work.open", kind)).isEqualTo(open + 1);
    assertThat(number("work.overdue", kind)).isEqualTo(overdue + 1);
  }

  @Test
  void clocksThatDoNotLookAreSeenToBeBehind() {
    assertThat(number("work.clocks-due", "")).isZero();
    assertThat(number("work.clock-lag", "")).isZero();
    item();

    clock.advance(Duration.ofHours(1).plusMinutes(10));
    assertThat(number("work.clocks-due", "")).as("a reminder").isPositive();
    assertThat(number("work.clock-lag", "")).isGreaterThanOrEqualTo(600);

    clocks.tick();
    assertThat(number("work.clocks-due", "")).isZero();
    assertThat(number("work.clock-lag", "")).isZero();

    clock.advance(Duration.ofHours(4));
    assertThat(number("work.clocks-due", "")).as("an escalation").isPositive();
  }

  private double number(String name, String part) {
    return figures.figures().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .parts()
        .getOrDefault(part, 0.0);
  }

  /// Reminds in one hour, due in four.
  private Subject item() {
    var subject = Subject.of("figures", UUID.randomUUID());
    var now = clock.instant();
    var due = now.plus(Duration.ofHours(4));
    work.open(
        new OpenWork(
            subject,
            kind,
            "内科",
            "/work",
            WorkOwner.of(OFFICE, "referral.review"),
            2,
            now.plus(Duration.ofHours(1)),
            due),
        TestStaff.with("referral-clerk", OFFICE.value()));
    return subject;
  }
}
