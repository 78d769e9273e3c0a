package org.heyi.platform.shell.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.util.Objects;
import org.heyi.platform.shared.ProblemException;
import org.postgresql.util.PSQLException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/// 堆栈: how exceptions stand in the log. What an exception says may hold what somebody typed: a name
/// that could not be parsed, a number that a library repeats. So on behalf of a request or a job
/// its type, its place and the codes of ours and of the database are written, and its own words are
/// not.
///
/// At the start nobody has typed anything, and the words say what to mend.
public final class Traces extends ThrowableHandlingConverter implements StackTracePrinter {

  private static final StandardStackTracePrinter OPEN = StandardStackTracePrinter.rootLast();
  private static final StandardStackTracePrinter DISCREET = OPEN.withFormatter(Traces::discreetly);

  @Override
  public String convert(ILoggingEvent event) {
    return event.getThrowableProxy() instanceof ThrowableProxy it
        ? printStackTraceToString(it.getThrowable())
        : "";
  }

  @Override
  public void printStackTrace(Throwable failure, Appendable output) throws IOException {
    (OnBehalf.somebody() ? DISCREET : OPEN).printStackTrace(failure, output);
  }

  /// The name of a constraint or table is ours; the database's sentence repeats values.
  private static String discreetly(Throwable failure) {
    var type = failure.getClass().getName();
    return switch (failure) {
      case ProblemException refused -> type + ": " + refused.problem().code();
      case PSQLException sql -> type + ": SQL state " + sql.getSQLState() + where(sql);
      default -> type;
    };
  }

  private static String where(PSQLException failure) {
    var said = failure.getServerErrorMessage();
    if (said == null || said.getConstraint() == null) {
      return "";
    }
    return " %s of %s.%s"
        .formatted(
            said.getConstraint(),
            Objects.requireNonNullElse(said.getSchema(), ""),
            Objects.requireNonNullElse(said.getTable(), ""));
  }
}
