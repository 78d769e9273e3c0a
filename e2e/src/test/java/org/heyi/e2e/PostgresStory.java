package org.heyi.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A story on the PostgreSQL of this machine. Without one it is skipped and says so; where
/// `HEYI_REQUIRE_POSTGRES=true` (CI), it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresStory.Needed.class)
@interface PostgresStory {

  /// Decides before the class is made.
  final class Needed implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (MachinesPostgres.installed().isPresent()) {
        return ConditionEvaluationResult.enabled("there is a PostgreSQL");
      }
      if ("true".equals(System.getenv("HEYI_REQUIRE_POSTGRES"))) {
        throw new IllegalStateException("no PostgreSQL from 15 on, and HEYI_REQUIRE_POSTGRES=true");
      }
      System.err.println(
          "!!! SKIPPED for want of a PostgreSQL from 15 on: " + context.getDisplayName());
      return ConditionEvaluationResult.disabled("no PostgreSQL from 15 on on this machine");
    }
  }
}
