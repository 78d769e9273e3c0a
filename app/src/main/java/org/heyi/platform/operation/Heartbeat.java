package org.heyi.platform.operation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// 心跳: says every few seconds that this node runs, until it stops. It is no job of the scheduler,
/// because those run on one node only.
@Component
@ConditionalOnBooleanProperty(name = "heyi.jobs.enabled", matchIfMissing = true)
class Heartbeat implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int PATIENCE_SECONDS = 5;

  private final NodeStore store;
  private final OperationSettings settings;
  private final String version;
  private final UUID id = UuidCreator.getTimeOrderedEpoch();
  private @Nullable ScheduledExecutorService pulse;
  private boolean missed;

  Heartbeat(NodeStore store, OperationSettings settings, Build build) {
    this.store = store;
    this.settings = settings;
    this.version = build.version();
  }

  @Override
  public synchronized void start() {
    var millis = settings.beat().toMillis();
    pulse =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("heartbeat").unstarted(work));
    var _ = pulse.scheduleAtFixedRate(this::beat, 0, millis, TimeUnit.MILLISECONDS);
  }

  /// A beat that is missed is said once: the next one may succeed.
  private void beat() {
    try {
      store.seen(id, host(), ProcessHandle.current().pid(), version);
      store.forget(settings.forgotten());
      missed = false;
    } catch (DataAccessException e) {
      if (!missed) {
        LOG.warn("this node cannot tell the database that it runs", e);
      }
      missed = true;
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  @Override
  public synchronized void stop() {
    var beating = pulse;
    pulse = null;
    if (beating == null) {
      return;
    }
    beating.shutdownNow();
    try {
      if (beating.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        store.remove(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException e) {
      LOG.warn("this node cannot tell the database that it stops", e);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return pulse != null;
  }
}
