package org.heyi.platform.shell;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.heyi.platform.shared.Problem;
import org.springframework.transaction.TransactionSystemException;

/// 停机: what is wrong with the database, read from an exception by the codes of PostgreSQL, which
/// are the same in each version and language (Appendix A of its manual).
public final class Outage {

  /// First five characters or a class of them → what it is. The longest that fits counts.
  private static final Map<String, ShellProblem> STATES =
      Map.ofEntries(
          Map.entry("08", ShellProblem.DATABASE_AWAY), // connection
          Map.entry("57P", ShellProblem.DATABASE_AWAY), // shut down, crashed, starting
          Map.entry("25006", ShellProblem.DATABASE_AWAY), // a standby, after the primary was lost
          Map.entry("25P03", ShellProblem.DATABASE_AWAY), // our transaction stood still too long
          Map.entry("58", ShellProblem.DATABASE_AWAY), // input and output
          Map.entry("53100", ShellProblem.DISK_FULL),
          Map.entry("53", ShellProblem.OVERLOADED), // memory, connections
          Map.entry("57014", ShellProblem.OVERLOADED), // statement_timeout
          Map.entry("55P03", ShellProblem.OVERLOADED), // lock_timeout
          Map.entry("40", ShellProblem.OVERLOADED)); // deadlock

  /// @return empty when it is something else
  public static Optional<Problem> in(Throwable failure) {
    Problem found = null;
    boolean lost = false;
    var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    var open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      var each = open.remove();
      if (seen.add(each)) {
        found = each instanceof SQLException sql ? of(sql).orElse(found) : found;
        lost = lost || isLost(each);
        open.addAll(behind(each));
      }
    }
    return Optional.ofNullable(found == null && lost ? ShellProblem.DATABASE_AWAY : found);
  }

  private static List<Throwable> behind(Throwable each) {
    var before =
        each instanceof TransactionSystemException it ? it.getApplicationException() : null;
    return Stream.concat(Stream.of(each.getSuppressed()), Stream.of(each.getCause(), before))
        .filter(Objects::nonNull)
        .toList();
  }

  /// A transaction that could not be ended, and no server says why: its connection is gone.
  private static boolean isLost(Throwable each) {
    return each instanceof TransactionSystemException
        && each.getCause() instanceof SQLException cause
        && cause.getSQLState() == null;
  }

  /// The pool says without a code that all its connections are in use; with one, why it has none.
  private static Optional<Problem> of(SQLException failure) {
    var state = Objects.requireNonNullElse(failure.getSQLState(), "");
    for (int length = state.length(); length >= 2; length--) {
      var known = STATES.get(state.substring(0, length));
      if (known != null) {
        return Optional.of(known);
      }
    }
    return failure instanceof SQLTransientConnectionException
        ? Optional.of(ShellProblem.OVERLOADED)
        : Optional.empty();
  }

  /// For the log: one line, what the driver or the server said.
  public static String why(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private Outage() {}
}
