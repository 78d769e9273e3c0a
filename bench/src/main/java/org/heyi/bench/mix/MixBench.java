package org.heyi.bench.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heyi.bench.BareWrites;
import org.heyi.bench.BigArea;
import org.heyi.bench.Figures;
import org.heyi.bench.Home;
import org.heyi.bench.Recorder.Statement;
import org.heyi.bench.RunningHeyi;
import org.heyi.bench.Size;
import org.heyi.bench.fhir.FhirDoor;
import org.heyi.bench.fhir.Token;
import org.heyi.bench.mix.OpenModel.Run;

/// A mix of requests at 100 a second, come what may, with 200,000 residents and a million slots:
/// people who have signed in and a system with its token, all audited. Heyi is its packaged jar;
/// beside it, in turn and at the same moments, the same queries over JDBC, and for a send its
/// writes as bare SQL in one transaction. Targets: no error, p95 at most three times that of JDBC.
///
/// The clients are the bench's own and no load tool's: the baseline must go by the same schedule,
/// and a Gatling run knows no JDBC.
///
/// Arguments: Heyi's jar; `--people=`, `--seconds=` in all, `--all`.
final class MixBench {

  private static final int PER_SECOND = 100;
  private static final int SECONDS = 60;
  private static final int ROUNDS = 2;

  /// Of the time that is measured, before each side is.
  private static final double WARM_UP = 0.5;

  /// Half as many again as are to be expected: how many there are is left to chance.
  private static final double SPARE = 1.5;

  private static final long SEED = 20261122;
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Crowd crowd;
  private final Bare bare;
  private final int seconds;
  private final int rate;

  private MixBench(Crowd crowd, Bare bare, int seconds, int rate) {
    this.crowd = crowd;
    this.bare = bare;
    this.seconds = seconds;
    this.rate = rate;
  }

  /// What is known before the jar is started.
  private record Known(Material ours, Material bare, Map<Kind, List<List<Statement>>> reads) {}

  public static void main(String[] arguments) throws Exception {
    var size = Size.of(arguments, SECONDS);
    int rate = Size.option(arguments, "--rate=", PER_SECOND);
    try (var home = Home.open()) {
      var figures = new Figures("mix");
      var known = known(home, size, rate, figures);
      try (var heyi = home.heyi(arguments[0]).up("/sign-in");
          var door = new FhirDoor(heyi.address(), new Token(heyi.address(), home.data()));
          var crowd = new Crowd(heyi.address(), known.ours(), door);
          var pool = home.pool()) {
        var writes = new BareWrites(pool, known.bare().clock(), known.bare().doctor());
        var bare = new Bare(pool, known.reads(), writes, known.bare());
        new MixBench(crowd, bare, size.seconds(), rate).run(figures);
      }
      figures.publish();
    }
  }

  private static Known known(Home home, Size size, int rate, Figures figures) throws Exception {
    try (var heyi = RunningHeyi.start(home.data())) {
      BigArea.settle(heyi, size.people());
      figures.line(
          "%d residents, %d slots, %d referrals, %d open work items",
          heyi.rows("resident.resident"),
          heyi.rows("capacity.slot"),
          heyi.rows("referral.referral"),
          heyi.rows("work.card_item"));
      double all = size.seconds() * (1 + WARM_UP) * rate;
      int sends = (int) Math.ceil(all * Kind.SEND.share() / 100 * SPARE);
      var ours = Material.of(heyi, sends);
      try (var door = new FhirDoor(heyi.address(), new Token(heyi.address(), home.data()));
          var crowd = new Crowd(heyi.address(), ours, door)) {
        return new Known(ours, Material.of(heyi, sends), Bare.recorded(heyi.recorder(), crowd));
      }
    }
  }

  private void run(Figures figures) throws Exception {
    // A process that has just started is not asked for more than it can compile beside.
    OpenModel.run(rate / 2.0, seconds * WARM_UP * 2, SEED, KINDS, crowd::ask);
    OpenModel.run(rate, seconds * WARM_UP, SEED, KINDS, bare::ask);
    List<Run> ours = new ArrayList<>();
    List<Run> theirs = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double lap = (double) seconds / ROUNDS;
      ours.add(OpenModel.run(rate, lap, SEED + round, KINDS, crowd::ask));
      theirs.add(OpenModel.run(rate, lap, SEED + round, KINDS, bare::ask));
    }
    print(
        figures,
        ours.stream().reduce(Run::and).orElseThrow(),
        theirs.stream().reduce(Run::and).orElseThrow());
  }

  private void print(Figures figures, Run ours, Run jdbc) {
    figures.line(
        "%d requests/s by schedule, %d s a side in %d laps, in turn; latency from the due moment",
        rate, seconds, ROUNDS);
    figures.line(
        "%-14s %5s %6s %6s %7s %7s %7s | %-16s %7s %7s %6s %6s",
        "kind (ms)",
        "share",
        "number",
        "errors",
        "p50",
        "p95",
        "p99",
        "JDBC",
        "p50",
        "p95",
        "errors",
        "ratio");
    for (var kind : KINDS) {
      var what = kind == Kind.SEND ? "its writes" : bare.queries(kind) + " queries";
      line(figures, kind.toString(), kind.share(), what, ours.of(kind), jdbc.of(kind));
    }
    line(figures, "all", 100, "", ours, jdbc);
    figures.line(
        "processor: %.2f of a core, of that the client %.0f %%; over JDBC %.2f of a core",
        ours.allCpu() / ours.seconds() / 1000,
        100 * ours.clientCpu() / ours.allCpu(),
        jdbc.allCpu() / jdbc.seconds() / 1000);
    figures.line(
        "begun late by the client at most: %.1f ms, JDBC %.1f ms", ours.late(), jdbc.late());
  }

  private static void line(
      Figures figures, String name, int share, String queries, Run ours, Run jdbc) {
    figures.line(
        "%-14s %4d%% %6d %6d %7.1f %7.1f %7.1f | %-16s %7.1f %7.1f %6d %6.2f",
        name,
        share,
        ours.taken().size(),
        ours.errors(),
        ours.millis(50),
        ours.millis(95),
        ours.millis(99),
        queries,
        jdbc.millis(50),
        jdbc.millis(95),
        jdbc.errors(),
        ours.millis(95) / jdbc.millis(95));
  }
}
