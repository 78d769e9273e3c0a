package org.heyi.bench.fhir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.bench.Clients;
import org.heyi.bench.Clients.Lap;
import org.heyi.bench.Figures;
import org.heyi.bench.Home;
import org.heyi.bench.Size;

/// Reading and searching at `/fhir` beside HAPI JPA server 8.8.0, in turn, and the race for few
/// places through `$book` beside HAPI's ways to book.
///
/// Heyi is its packaged jar, asked with a token, and writes an audit entry for each answer. HAPI
/// has the same people, a database of its own on the same PostgreSQL, as many connections and as
/// much memory; it asks for no token, writes no audit and checks nothing.
///
/// Arguments: Heyi's jar, the folder of the launcher's classes, the file with its class path;
/// `--people=`, `--seconds=` of a lap, `--all`.
final class FhirBench {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = 3;
  private static final int SECONDS = 5;
  private static final int WARM_UPS = 3;
  private static final int PLACES = 50;
  private static final int VISITS = 300;
  private static final long SEED = 20261122;

  private final List<Side> sides;
  private final List<Person> people;
  private final Figures figures;

  private FhirBench(List<Side> sides, List<Person> people, Figures figures) {
    this.sides = sides;
    this.people = people;
    this.figures = figures;
  }

  public static void main(String[] arguments) throws Exception {
    var size = Size.of(arguments, SECONDS);
    try (var home = Home.open()) {
      var prepared = Prepared.in(home, size.people(), PLACES, VISITS);
      var classPath = HapiHome.classPath(arguments[1], Files.readString(Path.of(arguments[2])));
      var hapiHome = new HapiHome(home, classPath);
      try (var heyi = home.heyi(arguments[0]).up("/sign-in");
          var hapi = hapiHome.up();
          var ours = new FhirDoor(heyi.address(), new Token(heyi.address(), home.data()));
          var other = new FhirDoor(hapi.address(), null)) {
        var figures = new Figures("fhir");
        var people = hapiHome.loaded(people(home), other, figures);
        figures.line(
            "%d people on both sides, one PostgreSQL; %d clients, %d laps of %d s a side, in turn",
            people.size(), CLIENTS, ROUNDS, size.seconds());
        var bench = new FhirBench(List.of(Side.heyi(ours), Side.hapi(other)), people, figures);
        bench.book(prepared.visits());
        bench.check();
        bench.ask(size.seconds());
        bench.race(prepared.race());
        figures.publish();
      }
    }
  }

  private static List<Person> people(Home home) throws Exception {
    try (var connection = home.master("heyi");
        var statement = connection.createStatement()) {
      return Person.all(statement);
    }
  }

  /// The first people get an appointment on both sides.
  private void book(List<String> slots) throws Exception {
    var ours = Booking.operation(sides.getFirst().door());
    var other = sides.getLast().door();
    for (int i = 0; i < slots.size(); i++) {
      var person = people.get(i);
      if (ours.book(slots.get(i), person.id()).isEmpty()) {
        throw new IllegalStateException("a free slot was refused: " + slots.get(i));
      }
      var visit = Booking.appointment("booked", HapiHome.slot(other), person.other());
      HapiHome.created(other, "Appointment", visit);
    }
  }

  /// Both sides understand every question, before much time is spent on any.
  private void check() throws Exception {
    for (var question : Question.ALL) {
      for (var side : sides) {
        if (!side.answers(question, people.getFirst())) {
          throw new IllegalStateException(side.name() + " finds nothing: " + question.name());
        }
      }
    }
  }

  private void ask(int seconds) throws Exception {
    figures.line(
        "%-36s %-5s %8s %7s %7s %7s %6s %8s %6s",
        "question (ms)", "", "req/s", "p50", "p95", "p99", "errors", "cpu each", "bytes");
    for (var question : Question.ALL) {
      var laps = List.of(new ArrayList<Lap>(), new ArrayList<Lap>());
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        for (int side = 0; side < laps.size(); side++) {
          var lap = lap(sides.get(side), question, seconds, round);
          if (round >= 0) {
            laps.get(side).add(lap);
          }
        }
      }
      for (int side = 0; side < laps.size(); side++) {
        line(question, sides.get(side), laps.get(side));
      }
      var ours = laps.getFirst();
      var other = laps.getLast();
      figures.line(
          "%-36s Heyi/HAPI: requests %.1f, p95 %.2f",
          "",
          perSecond(ours) / perSecond(other),
          Lap.all(ours).millis(95) / Lap.all(other).millis(95));
    }
  }

  /// Both sides are asked about the same people in the same order.
  private Lap lap(Side side, Question question, int seconds, int round) throws Exception {
    var number = new AtomicInteger();
    var known = question.booked() ? VISITS : people.size();
    return Clients.forSeconds(
        CLIENTS,
        seconds,
        _ -> {
          var random = new SplittableRandom(SEED * round + number.getAndIncrement());
          return side.answers(question, people.get(random.nextInt(known)));
        });
  }

  private void line(Question question, Side side, List<Lap> laps) throws Exception {
    var all = Lap.all(laps);
    figures.line(
        "%-36s %-5s %8.0f %7.1f %7.1f %7.1f %6d %8.2f %6d",
        side.equals(sides.getFirst()) ? question.name() : "",
        side.name(),
        perSecond(laps),
        all.millis(50),
        all.millis(95),
        all.millis(99),
        all.refused(),
        all.cpuMillisEach(),
        side.ask(question, people.getFirst()).body().getBytes(StandardCharsets.UTF_8).length);
    System.out.println(side.name() + " measured: " + question.name());
  }

  private static double perSecond(List<Lap> laps) {
    return Figures.median(laps.stream().map(Lap::perSecond).toList());
  }

  /// The people behind those with a visit race, each once.
  private void race(List<String> places) throws Exception {
    var racing = people.subList(VISITS, VISITS + places.size() * Race.CLIENTS);
    var other = sides.getLast().door();
    figures.line("race of %d clients for each of %d places", Race.CLIENTS, places.size());
    line(
        "Heyi, $book",
        Race.run(
            Booking.operation(sides.getFirst().door()),
            places,
            racing.stream().map(Person::id).toList()));
    var patients = racing.stream().map(Person::other).toList();
    line(
        "HAPI, look and put",
        Race.run(Booking.steps(other, false), HapiHome.slots(other, places.size()), patients));
    line(
        "HAPI, If-Match",
        Race.run(Booking.steps(other, true), HapiHome.slots(other, places.size()), patients));
  }

  private void line(String side, Race race) {
    figures.line(
        "  %-20s attempts %5d, booked %4d, refused %5d, surplus bookings %4d, errors %d",
        side,
        race.attempts(),
        race.booked(),
        race.attempts() - race.booked() - race.errors(),
        race.surplus(),
        race.errors());
  }
}
