package org.heyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How far the sealing is behind.
@HeyiTest
class AuditFiguresTests {

  @Autowired Audit audit;
  @Autowired Sealer sealer;
  @Autowired AuditFigures figures;
  @Autowired MovableClock clock;

  @Test
  void whatIsNotSealedIsCountedUntilItIs() {
    sealer.sealAll();
    assertThat(number("audit.unsealed")).isZero();
    assertThat(number("audit.oldest-unsealed")).isZero();
    var sealed = number("audit.sealed");

    audit.recordWithoutStaff(
        "figures", AuditEntry.of("audit.verified", Subject.of("audit", "figures")));
    clock.advance(Duration.ofMinutes(3));
    audit.recordWithoutStaff(
        "figures", AuditEntry.of("audit.verified", Subject.of("audit", "figures")));

    assertThat(number("audit.unsealed")).isEqualTo(2);
    assertThat(number("audit.oldest-unsealed")).isEqualTo(180);
    sealer.sealRecent();
    assertThat(number("audit.unsealed")).isZero();
    assertThat(number("audit.sealed")).isEqualTo(sealed + 2);
  }

  private double number(String name) {
    return figures.figures().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .worst();
  }
}
