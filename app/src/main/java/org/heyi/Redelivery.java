package org.heyi;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/// Sends events again whose listener failed, or whose delivery took longer than the durations
/// `spring.modulith.events.staleness.*` allow (docs/adr/0012).
///
/// A few at a time, oldest first: a listener that fails for good must not keep the others waiting
/// behind a flood of its own.
@Component
class Redelivery {

  private static final int MOST = 200;

  private final FailedEventPublications failed;

  Redelivery(FailedEventPublications failed) {
    this.failed = failed;
  }

  void run() {
    failed.resubmit(ResubmissionOptions.defaults().withBatchSize(MOST).withMaxInFlight(MOST));
  }
}
