package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts sign-ins of the whole installation. Names and addresses are not even read.
@Repository
class SignInFigureStore {

  private final JdbcClient jdbc;

  SignInFigureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that [Sessions] would still let in; the second condition keeps it from reading old rows.
  long sessions(Instant idle, Instant oldest) {
    return jdbc.sql(
            """
            select count(*) from access.session
             where started_at > :oldest and ended_at is null and seen_at > :idle
            """)
        .param("oldest", utc(oldest))
        .param("idle", utc(idle))
        .query(Long.class)
        .single();
  }

  /// Kind of key → how many rest now. A kind none of which rests is there with 0.
  Map<String, Long> lockedOut(Instant rested, int attempts, int addressAttempts) {
    var kinds = new LinkedHashMap<String, Long>();
    for (var kind : AttemptStore.Kind.values()) {
      kinds.put(code(kind.name()), 0L);
    }
    jdbc.sql(
            """
            select kind as code, count(*) as count from access.attempt
             where last_at > :rested
               and failed >= case kind when 'ADDRESS' then :addressAttempts else :attempts end
             group by kind
            """)
        .param("rested", utc(rested))
        .param("attempts", attempts)
        .param("addressAttempts", addressAttempts)
        .query(row -> {
          put(kinds, row);
        });
    return kinds;
  }

  /// Outcome → how many tries ended so since then.
  Map<String, Long> outcomes(Instant since) {
    var outcomes = new LinkedHashMap<String, Long>();
    for (var outcome : Outcome.values()) {
      outcomes.put(code(outcome.name()), 0L);
    }
    jdbc.sql(
            """
            select outcome as code, count(*) as count from access.sign_in
             where at > :since group by outcome
            """)
        .param("since", utc(since))
        .query(row -> {
          put(outcomes, row);
        });
    return outcomes;
  }

  private static void put(Map<String, Long> counts, ResultSet row) throws SQLException {
    counts.put(code(row.getString("code")), row.getLong("count"));
  }

  /// `TOO_MANY` → `too-many`.
  private static String code(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
