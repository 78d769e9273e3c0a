package org.heyi.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// A few clinics that everybody wants: whoever sees one sold out finds a fresh one in its place.
///
/// Fresh ones are published by a thread of their own while the others are being sold.
public final class HotSessions implements AutoCloseable {

  public static final String HOSPITAL = "ninghe-yiyuan";
  public static final String DEPARTMENT = "03.04";
  public static final int PLACES = 100;
  private static final String PLANNER = "schedule1";
  private static final int SPARE = 12;
  private static final long PAUSE_NANOS = 2_000_000;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /// Everybody asks for its first place; who is too late gets another of the segment.
  public record Session(
      UUID clinic, UUID first, LocalDate day, OffsetDateTime start, OffsetDateTime end) {}

  private final RunningHeyi heyi;
  private final Staff planner;
  private final Script script = Script.read("session.sql");
  private final BlockingQueue<Session> spare = new LinkedBlockingQueue<>(SPARE);
  private final AtomicReferenceArray<Session> open;
  private final Thread publisher = Thread.ofPlatform().name("publisher").unstarted(this::publish);
  private volatile boolean closed;

  private HotSessions(RunningHeyi heyi, int sessions) throws IOException {
    this.heyi = heyi;
    this.planner = heyi.staff(PLANNER);
    this.open = new AtomicReferenceArray<>(sessions);
  }

  static HotSessions open(RunningHeyi heyi, int sessions) throws IOException, InterruptedException {
    var hot = new HotSessions(heyi, sessions);
    hot.publisher.start();
    for (int i = 0; i < sessions; i++) {
      hot.open.set(i, hot.spare.take());
    }
    return hot;
  }

  Session any(int number) {
    return open.get(number % open.length());
  }

  /// The session had no place left.
  void soldOut(Session it) throws InterruptedException {
    for (int i = 0; i < open.length(); i++) {
      if (open.get(i).equals(it)) {
        replace(i, it);
      }
    }
  }

  private synchronized void replace(int i, Session it) throws InterruptedException {
    if (open.get(i).equals(it)) {
      open.set(i, spare.take());
    }
  }

  private void publish() {
    while (!closed) {
      if (spare.remainingCapacity() > 0) {
        spare.add(published(heyi, script, planner, PLACES));
      } else {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /// A session of so many places in two days' time.
  public static Session published(RunningHeyi heyi, int places) throws IOException {
    return published(heyi, Script.read("session.sql"), heyi.staff(PLANNER), places);
  }

  private static Session published(RunningHeyi heyi, Script script, Staff planner, int places) {
    var day = LocalDate.ofInstant(heyi.now(), Moments.CHINA).plusDays(2);
    var start = day.atTime(8, 0).atZone(Moments.CHINA).toOffsetDateTime();
    var session =
        new Session(
            UuidCreator.getTimeOrderedEpoch(),
            UuidCreator.getTimeOrderedEpoch(),
            day,
            start,
            start.plusHours(1));
    var values = new HashMap<String, @Nullable Object>();
    values.put("clinic", session.clinic());
    values.put("first", session.first());
    values.put("number", NUMBER.incrementAndGet());
    values.put("hospital", HOSPITAL);
    values.put("department", DEPARTMENT);
    values.put("day", session.day());
    values.put("start", session.start());
    values.put("end", session.end());
    values.put("places", places);
    values.put("now", heyi.now());
    values.put("account", planner.account());
    script.run(heyi, values);
    return session;
  }

  @Override
  public void close() {
    closed = true;
  }
}
