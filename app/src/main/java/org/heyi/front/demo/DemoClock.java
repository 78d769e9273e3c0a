package org.heyi.front.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.heyi.platform.access.factor.PhoneTime;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// The demonstration's time: runs like the real one, shifted to the pack's demo day. The replay
/// moves it forward through the days before. Phones of people who try it show the real time.
@Component
@Primary
@Conditional(DemoMode.class)
class DemoClock extends Clock implements PhoneTime {

  private final Clock real = Clock.systemUTC();
  private final AtomicReference<Duration> shift;
  private final ZoneId zone;

  DemoClock() {
    this(new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
  }

  private DemoClock(AtomicReference<Duration> shift, ZoneId zone) {
    this.shift = shift;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(shift.get());
  }

  @Override
  public Instant now() {
    return real.instant();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /// The same clock read in another zone: moving one moves both.
  @Override
  public Clock withZone(ZoneId other) {
    return new DemoClock(shift, other);
  }

  /// From now on it is `moment`, and time runs on from there.
  void travelTo(Instant moment) {
    shift.set(Duration.between(real.instant(), moment));
  }

  Duration shift() {
    return shift.get();
  }

  void shiftBy(Duration stored) {
    shift.set(stored);
  }
}
