package org.heyi.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heyi.bench.BookingSides.Side;
import org.heyi.bench.Clients.Lap;

/// Bookings per second on refilled hot sessions from 32 clients, beside the same writes as bare SQL
/// in one transaction; then very many attempts at few places, of which none may be sold twice.
///
/// The booking as such is `Appointments.book`. The full command is `Referrals.send`, which takes
/// the slot in its commit; it is what a page has a button for. Target: ratio ≥ 0.4.
final class BookingBench {

  private static final int CLIENTS = 32;
  private static final int SESSIONS = 4;
  private static final int ROUNDS = 3;
  private static final double LAP_SECONDS = 10.5;
  private static final double WARM_UP_SECONDS = 25;
  private static final int PEOPLE = 200_000;
  private static final int ATTEMPTS = 120_000;

  public static void main(String[] arguments) throws Exception {
    int people = List.of(arguments).contains("--all") ? 5 * PEOPLE : PEOPLE;
    try (var heyi = RunningHeyi.start();
        var sides = new BookingSides(heyi, people, CLIENTS, SESSIONS)) {
      var figures = new Figures("booking");
      figures.line(
          "%d clients on %d refilled sessions, %d residents; %d laps of %.1f s a side, in turn",
          CLIENTS, SESSIONS, people, ROUNDS, LAP_SECONDS);
      var laps = laps(sides);
      compare(figures, "Appointments.book", laps, Side.BOOK, Side.BARE_BOOK);
      compare(figures, "Referrals.send", laps, Side.SEND, Side.BARE_SEND);
      compare(figures, "POST …/send", laps, Side.POST, Side.BARE_SEND);
      statements(figures, heyi, sides);
      Oversold.race(heyi, sides, CLIENTS, ATTEMPTS, figures);
      figures.publish();
    }
  }

  private static Map<Side, List<Lap>> laps(BookingSides sides) throws Exception {
    var laps = new EnumMap<Side, List<Lap>>(Side.class);
    for (var side : Side.values()) {
      sides.lap(side, WARM_UP_SECONDS);
      laps.put(side, new ArrayList<>());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (var side : Side.values()) {
        var lap = sides.lap(side, LAP_SECONDS);
        System.out.printf("%-10s %6.0f/s, refused %d%n", side, lap.perSecond(), lap.refused());
        laps.computeIfAbsent(side, _ -> new ArrayList<>()).add(lap);
      }
    }
    return laps;
  }

  private static void compare(
      Figures figures, String name, Map<Side, List<Lap>> laps, Side ours, Side baseline) {
    var heyi = laps.getOrDefault(ours, List.of());
    var bare = laps.getOrDefault(baseline, List.of());
    figures.line("%s", name);
    line(figures, "Heyi", heyi);
    line(figures, "bare SQL", bare);
    figures.line(
        "  ratio %.2f, by processor time %.2f",
        median(heyi) / median(bare), cpuMillis(bare) / cpuMillis(heyi));
  }

  private static void line(Figures figures, String name, List<Lap> laps) {
    figures.line(
        "  %-10s %6.0f bookings/s (laps %s); p50 %.1f ms, p99 %.1f ms; processor %.2f ms each",
        name,
        median(laps),
        all(laps),
        Lap.all(laps).millis(50),
        Lap.all(laps).millis(99),
        cpuMillis(laps));
  }

  private static double cpuMillis(List<Lap> laps) {
    return Figures.median(laps.stream().map(Lap::cpuMillisEach).toList());
  }

  private static double median(List<Lap> laps) {
    return Figures.median(laps.stream().map(Lap::perSecond).toList());
  }

  private static String all(List<Lap> laps) {
    return String.join(" ", laps.stream().map(it -> "%.0f".formatted(it.perSecond())).toList());
  }

  /// What one of each sends to the database.
  private static void statements(Figures figures, RunningHeyi heyi, BookingSides sides)
      throws Exception {
    sides.prepare(Side.values().length);
    try (var hot = HotSessions.open(heyi, 1)) {
      Thread.sleep(2_000); // what preparing set off comes to an end
      for (var side : Side.values()) {
        var sent = heyi.recorder().of(() -> sides.attempt(side, hot, 0));
        long reads = sent.stream().filter(Recorder.Statement::reads).count();
        figures.line("statements of %-10s %3d, of them reads %d", side, sent.size(), reads);
        if (Boolean.getBoolean("heyi.bench.statements")) {
          sent.forEach(it -> System.out.println(side + " | " + it.sql().replaceAll("\\s+", " ")));
        }
      }
    }
  }
}
