package org.heyi.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A story that needs a browser. Without one it is skipped and says so; where
/// `HEYI_REQUIRE_BROWSER=true` (CI), it fails instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserStory.Needed.class, Evidence.class})
@interface BrowserStory {

  /// Decides before the class is made.
  final class Needed implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.installed().isPresent()) {
        return ConditionEvaluationResult.enabled("there is a Chromium");
      }
      if ("true".equals(System.getenv("HEYI_REQUIRE_BROWSER"))) {
        throw new IllegalStateException("no Chromium, and HEYI_REQUIRE_BROWSER=true");
      }
      System.err.println("!!! SKIPPED for want of a Chromium: " + context.getDisplayName());
      return ConditionEvaluationResult.disabled("no Chromium on this machine");
    }
  }
}
