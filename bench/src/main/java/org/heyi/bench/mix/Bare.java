package org.heyi.bench.mix;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heyi.bench.BareWrites;
import org.heyi.bench.Recorder;
import org.heyi.bench.Recorder.Statement;

/// The baseline: what the requests read, and what a send writes, over JDBC and nothing around it.
record Bare(
    DataSource pool, Map<Kind, List<List<Statement>>> reads, BareWrites writes, Material of) {

  /// Different requests of a kind have different queries.
  private static final int SAMPLES = 12;

  /// A kind's requests are asked once each before, so that what is loaded once is not counted.
  static Map<Kind, List<List<Statement>>> recorded(Recorder recorder, Crowd crowd)
      throws Exception {
    var all = new EnumMap<Kind, List<List<Statement>>>(Kind.class);
    for (var kind : Kind.values()) {
      var samples = new ArrayList<List<Statement>>();
      for (int i = 0; i < SAMPLES && kind != Kind.SEND; i++) {
        int number = i;
        good(crowd, kind, number);
        samples.add(
            recorder.of(() -> good(crowd, kind, number)).stream()
                .filter(Statement::reads)
                .toList());
      }
      all.put(kind, samples);
    }
    return all;
  }

  private static void good(Crowd crowd, Kind kind, int number) throws Exception {
    if (!crowd.ask(kind, number)) {
      throw new IllegalStateException(kind + " " + number + " was not answered");
    }
  }

  boolean ask(Kind kind, int number) throws SQLException {
    if (kind == Kind.SEND) {
      var draft = of.draft();
      return writes.send(of.place(), draft.id(), draft.resident());
    }
    var samples = reads.getOrDefault(kind, List.of());
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      for (var query : samples.get(number % samples.size())) {
        query.run(connection);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return true;
    }
  }

  long queries(Kind kind) {
    return Math.round(
        reads.getOrDefault(kind, List.of()).stream().mapToInt(List::size).average().orElse(0));
  }
}
