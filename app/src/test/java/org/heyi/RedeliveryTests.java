package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/// An event whose listener failed comes again without a restart.
@HeyiTest
class RedeliveryTests {

  @Autowired Redelivery redelivery;
  @Autowired Notices notices;
  @Autowired StumblingListener listener;
  @Autowired MovableClock clock;

  @Test
  void aListenerThatFailedOnceHearsTheEventAgain(Scenario scenario) {
    var reader = TestStaff.another("village-doctor", "redelivery-clinic");
    var event = new StumblingListener.Happened(UUID.randomUUID(), reader.account());
    scenario
        .publish(event)
        .andWaitForStateChange(() -> listener.failed(event), it -> it)
        .andVerify(_ -> assertThat(notices.unread(reader)).isZero());

    redelivery.run();
    assertThat(notices.unread(reader)).as("younger than a minute").isZero();

    clock.advance(Duration.ofMinutes(2));
    waitFor(reader);
  }

  /// Whether a failure is written down already shows only by its coming again.
  private void waitFor(Staff reader) {
    for (int i = 0; i < 100 && notices.unread(reader) == 0; i++) {
      redelivery.run();
      pause();
    }
    assertThat(notices.unread(reader)).isEqualTo(1);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
