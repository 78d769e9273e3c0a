package org.heyi.front.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Makes the demonstration on the first start, before the first page is answered; later starts only
/// set the clock again. Everything goes through the facades, so every rule holds for it too.
@Component
@Conditional(DemoMode.class)
class DemoReplay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DemoReplay.class);
  private static final LocalTime MORNING = LocalTime.of(8, 25);
  private static final int DAYS_BEFORE = 16;
  private static final int DAYS_AFTER = 20;
  private static final long SEED = 20_260_513;

  /// Before the web server, which starts last.
  private static final int PHASE = 0;

  private final AreaId area;
  private final DemoClock clock;
  private final DemoStore store;
  private final Policies policies;
  private final DemoPlace place;
  private final DemoPeople people;
  private final DemoAccountsFile accounts;
  private final DemoHospital hospital;
  private final DemoResidents residents;
  private final DemoReferrals referrals;
  private volatile boolean running;

  DemoReplay(
      @Value("${heyi.demo.community}") String community,
      DemoClock clock,
      DemoStore store,
      Policies policies,
      DemoPlace place,
      DemoPeople people,
      DemoAccountsFile accounts,
      DemoHospital hospital,
      DemoResidents residents,
      DemoReferrals referrals) {
    this.area = AreaId.of(community);
    this.clock = clock;
    this.store = store;
    this.policies = policies;
    this.place = place;
    this.people = people;
    this.accounts = accounts;
    this.hospital = hospital;
    this.residents = residents;
    this.referrals = referrals;
  }

  @Override
  public void start() {
    running = true;
    store.made().ifPresentOrElse(it -> clock.shiftBy(it.shift()), this::make);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void make() {
    var today = today();
    var begin = today.minusDays(DAYS_BEFORE);
    clock.travelTo(morning(begin));
    var invented = new SyntheticPeople(SEED);
    var made = people.make(area, today, place.of(area, begin), invented);
    var cast = made.cast();
    hospital.staff(cast.enlister(), cast.planner(), invented, begin);
    hospital.publish(cast.planner(), begin, today.plusDays(DAYS_AFTER));
    var registered = residents.register(cast.senders(), invented, begin);
    var agenda = new Agenda();
    referrals.putOn(agenda, cast, registered, invented);
    var happened = agenda.playUntil(morning(today), clock::travelTo);
    clock.travelTo(morning(today));
    accounts.write(made.shown());
    store.keep(area, clock.shift(), clock.instant());
    LOG.info("demonstration of {}: {} steps replayed, today is {}", area, happened, today);
  }

  private LocalDate today() {
    var today = policies.area(area).demoToday();
    if (today == null) {
      throw new IllegalStateException(area + " has no day for a demonstration");
    }
    return today;
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(Moments.CHINA).toInstant();
  }
}
