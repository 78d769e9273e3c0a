package org.heyi.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Which failures are the database's, and which are ours.
class OutageTests {

  @ParameterizedTest
  @CsvSource({
    "08001, DATABASE_AWAY",
    "08003, DATABASE_AWAY",
    "08006, DATABASE_AWAY",
    "57P01, DATABASE_AWAY",
    "57P02, DATABASE_AWAY",
    "57P03, DATABASE_AWAY",
    "25006, DATABASE_AWAY",
    "25P03, DATABASE_AWAY",
    "58030, DATABASE_AWAY",
    "53100, DISK_FULL",
    "53200, OVERLOADED",
    "53300, OVERLOADED",
    "57014, OVERLOADED",
    "55P03, OVERLOADED",
    "40P01, OVERLOADED",
    "23505, ",
    "42P01, ",
    "22001, ",
    "XX000, "
  })
  void theCodeOfPostgresDecides(String state, ShellProblem expected) {
    var failure = new DataAccessResourceFailureException("x", new SQLException("x", state));

    assertThat(Outage.in(failure)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void anEmptyPoolIsTooMuchAtOnceUnlessItSaysWhy() {
    assertThat(Outage.in(noConnection(null))).contains(ShellProblem.OVERLOADED);
    assertThat(Outage.in(noConnection(new SQLException("refused", "08001"))))
        .contains(ShellProblem.DATABASE_AWAY);
  }

  @Test
  void whatIsHiddenBehindARefusalIsFound() {
    var refused = ShellProblem.NOT_ALLOWED.with();
    assertThat(Outage.in(refused)).isEmpty();

    refused.addSuppressed(
        new CannotCreateTransactionException("x", new SQLException("x", "53100")));

    assertThat(Outage.in(refused)).contains(ShellProblem.DISK_FULL);
  }

  /// As it is when the server dies in the middle of a transaction.
  @Test
  void aTransactionThatCannotBeEndedIsAnOutage() {
    var rollback =
        new TransactionSystemException("JDBC rollback failed", new SQLException("closed"));
    assertThat(Outage.in(rollback)).contains(ShellProblem.DATABASE_AWAY);
    assertThat(Outage.in(new TransactionSystemException("x", new SQLException("x", "42P01"))))
        .isEmpty();

    rollback.initApplicationException(
        new DataAccessResourceFailureException("x", new SQLException("x", "53100")));

    assertThat(Outage.in(rollback)).contains(ShellProblem.DISK_FULL);
  }

  @Test
  void aCircleOfCausesEnds() {
    var one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));

    assertThat(Outage.in(one)).isEmpty();
  }

  private static RuntimeException noConnection(@Nullable SQLException why) {
    return new CannotGetJdbcConnectionException(
        "x", new SQLTransientConnectionException("not available", null, why));
  }
}
