package org.heyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which requirements of `docs/requirements.csv` a test shows.
///
/// It stands on a test that would fail if the requirement were broken, never on one that merely
/// touches it. `TraceabilityTests` writes `docs/traceability.md` from it.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Satisfies {

  String[] value();
}
