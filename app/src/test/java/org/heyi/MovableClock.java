package org.heyi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// A clock that stands still until a test moves it.
public final class MovableClock extends Clock {

  /// Monday 2026-11-23, 09:00 in Shanghai: an ordinary working morning.
  public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  public MovableClock() {
    this(new AtomicReference<>(START), ZoneOffset.UTC);
  }

  private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  public void advance(Duration duration) {
    now.updateAndGet(it -> it.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /// The same clock read in another zone: moving one moves both.
  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(now, other);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Wiring {

    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }
  }

  /// Puts the shared clock back before each test, so that no test lives in the time of another.
  static class Reset implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(MovableClock.class).set(START);
    }
  }
}
