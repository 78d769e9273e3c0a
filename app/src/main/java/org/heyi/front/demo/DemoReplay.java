package org.heyi.front.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.database.FirstStart;
import org.heyi.platform.database.StartRefused;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
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

  private final String community;
  private final FirstStart firstStart;
  private final DemoClock clock;
  private final DemoStore store;
  private final Policies policies;
  private final DemoPlace place;
  private final DemoPeople people;
  private final DemoAccountsFile accounts;
  private final DemoHospital hospital;
  private final DemoResidents residents;
  private final DemoReferrals referrals;
  private final DemoSiting siting;
  private volatile boolean running;

  DemoReplay(
      @Value("${heyi.demo.community}") String community,
      FirstStart firstStart,
      DemoClock clock,
      DemoStore store,
      Policies policies,
      DemoPlace place,
      DemoPeople people,
      DemoAccountsFile accounts,
      DemoHospital hospital,
      DemoResidents residents,
      DemoReferrals referrals,
      DemoSiting siting) {
    this.community = community;
    this.firstStart = firstStart;
    this.clock = clock;
    this.store = store;
    this.policies = policies;
    this.place = place;
    this.people = people;
    this.accounts = accounts;
    this.hospital = hospital;
    this.residents = residents;
    this.referrals = referrals;
    this.siting = siting;
  }

  @Override
  public void start() {
    running = true;
    store.made().ifPresentOrElse(this::goOn, this::make);
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

  /// Time has run on since the last start, so the hospital plans its next weeks.
  private void goOn(DemoStore.Made made) {
    clock.shiftBy(made.shift());
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    var until = made.publishedUntil();
    if (until == null || until.isBefore(today.plusDays(DAYS_AFTER / 2))) {
      people
          .again(DemoPeople.PLANNER, accounts.all())
          .ifPresent(planner -> publish(planner, today, today.plusDays(DAYS_AFTER)));
    }
  }

  private void publish(Staff planner, LocalDate from, LocalDate until) {
    hospital.publish(planner, from, until);
    store.published(until);
  }

  private void make() {
    if (!people.canBegin()) {
      throw new StartRefused(
          "此数据目录已有正式账号，不能再生成演示；请加 --heyi.demo.enabled=false，或用 HEYI_DATA 另选目录",
          "this data directory already has accounts, so no demonstration is made in it; start with"
              + " --heyi.demo.enabled=false or choose another one with HEYI_DATA");
    }
    var pack = pack();
    firstStart.begins();
    make(pack.area(), Objects.requireNonNull(pack.demoToday()));
    firstStart.finished();
  }

  private void make(AreaId area, LocalDate today) {
    var begin = today.minusDays(DAYS_BEFORE);
    clock.travelTo(morning(begin));
    var invented = new SyntheticPeople(SEED);
    var made = people.make(area, today, place.of(area, begin), invented);
    var cast = made.cast();
    hospital.staff(cast, invented, begin);
    hospital.publish(cast.planner(), begin, today.plusDays(DAYS_AFTER));
    var registered = residents.register(cast.senders(), cast.lead(), invented, begin);
    var agenda = new Agenda();
    referrals.putOn(agenda, cast, registered, invented);
    siting.putOn(agenda, cast, begin);
    var happened = agenda.playUntil(morning(today), clock::travelTo);
    clock.travelTo(morning(today));
    accounts.write(made.shown(), made.his());
    store.keep(area, clock.shift(), today.plusDays(DAYS_AFTER), clock.instant());
    LOG.info("demonstration of {}: {} steps replayed, today is {}", area, happened, today);
  }

  /// The area of this name, or the first of those that a template of this name has made.
  private Pack pack() {
    var able = policies.areas().stream().filter(it -> it.demoToday() != null).toList();
    return able.stream()
        .filter(it -> it.area().value().equals(community))
        .findFirst()
        .or(() ->
            able.stream().filter(it -> it.area().value().startsWith(community + "-")).findFirst())
        .orElseThrow(() -> noSuchCommunity(able));
  }

  private StartRefused noSuchCommunity(List<Pack> able) {
    var names = able.stream().map(it -> it.area().value()).sorted().toList();
    return new StartRefused(
        "没有名为 " + community + " 的演示，可选：" + names,
        "there is no demonstration called " + community + "; choose one of " + names);
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(Moments.CHINA).toInstant();
  }
}
