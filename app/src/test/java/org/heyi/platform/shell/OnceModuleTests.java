package org.heyi.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How long a key is remembered.
@HeyiTest
class OnceModuleTests {

  @Autowired Once once;
  @Autowired MovableClock clock;

  private final AtomicInteger effects = new AtomicInteger();
  private Staff staff;

  @BeforeEach
  void someone() {
    staff = TestStaff.with("village-doctor", "once-clinic");
  }

  @Test
  void aKeyIsRememberedForThirtyDays() {
    var key = UUID.randomUUID();
    press(key);
    clock.advance(Duration.ofDays(29));
    once.forget();
    press(key);
    assertThat(effects).hasValue(1);

    clock.advance(Duration.ofDays(2));
    once.forget();
    press(key);
    assertThat(effects).hasValue(2);
  }

  private void press(UUID key) {
    once.run(key, "content", staff, () -> String.valueOf(effects.incrementAndGet()));
  }
}
