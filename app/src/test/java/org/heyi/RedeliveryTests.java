package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.heyi.platform.notice.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/// An event whose listener failed comes again without a restart.
@HeyiTest
class RedeliveryTests {

  @Autowired Redelivery redelivery;
  @Autowired Notices notices;
  @Autowired StumblingListener listener;

  @Test
  void aListenerThatFailedOnceHearsTheEventAgain(Scenario scenario) {
    var reader = TestStaff.another("village-doctor", "redelivery-clinic");
    var event = new StumblingListener.Happened(UUID.randomUUID(), reader.account());
    scenario
        .publish(event)
        .andWaitForStateChange(() -> listener.failed(event), it -> it)
        .andVerify(_ -> assertThat(notices.unread(reader)).isZero());

    // Whether a failure is written down already shows only by its coming again.
    await()
        .untilAsserted(() -> {
          redelivery.run();
          assertThat(notices.unread(reader)).isEqualTo(1);
        });
  }
}
