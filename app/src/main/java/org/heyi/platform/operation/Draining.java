package org.heyi.platform.operation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// 退出: a node that is told to stop says at once that it is not ready, and goes on answering until
/// the load balancer has noticed. Only then the server lets nobody in any more and finishes what it
/// is at.
@Component
class Draining implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

  private final Duration notice;
  private volatile boolean running;

  Draining(@Value("${heyi.drain}") Duration notice) {
    this.notice = notice;
  }

  @Override
  public void start() {
    running = true;
  }

  /// The last phase to start is the first to stop: the server is still open.
  @Override
  public void stop() {
    running = false;
    if (notice.isPositive()) {
      LOG.info("not ready any more, stopping in {} s", notice.toSeconds());
      try {
        TimeUnit.MILLISECONDS.sleep(notice.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
