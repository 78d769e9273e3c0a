package org.heyi.platform.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 锚点: keeps the head of the chain outside the database from time to time, in a file and in the
/// log. Whoever cuts the chain off or writes it anew must also reach these.
@Component
class Anchors {

  private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

  private final AnchorFile file;
  private final Duration every;
  private final Clock clock;
  private @Nullable Instant keptAt;
  private long keptPosition;

  Anchors(AnchorFile file, @Value("${heyi.audit.anchor-every:5m}") Duration every, Clock clock) {
    this.file = file;
    this.every = every;
    this.clock = clock;
  }

  /// Keeps the head if the last one was kept long enough ago. A file that cannot be written stops
  /// no sealing, but is said.
  synchronized void keep(Seal head) {
    var now = clock.instant();
    var due = keptAt == null || !now.isBefore(keptAt.plus(every)) || now.isBefore(keptAt);
    if (!due || head.position() == keptPosition) {
      return;
    }
    LOG.info("audit chain: position {} hash {}", head.position(), head.hash().hex());
    try {
      file.append(head, now);
    } catch (IOException e) {
      LOG.error("audit chain: the head could not be kept in the data directory", e);
    }
    keptAt = now;
    keptPosition = head.position();
  }
}
