package org.heyi.platform.fhir.door;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.heyi.platform.fhir.FhirSettings;
import org.heyi.platform.shared.ProblemException;

/// A body on its way through the guard and, when it is let through, HAPI's parser.
///
/// @param took time of this thread's processor in both
record ParsedBody(boolean refused, Duration took) {

  private static final Bodies BODIES = new Bodies(new FhirConfiguration().fhir());

  private static final Guard GUARD =
      new Guard(
          new FhirSettings(2_000_000, 32, 100_000, 40, 30, 100_000, 100, 20, 100, 100, 5, 200));

  /// Anything else than a refusal of either is thrown on.
  static ParsedBody of(byte[] body) {
    var before = cpu();
    boolean refused = false;
    try {
      GUARD.look(body);
      BODIES.read(body);
    } catch (ProblemException wrong) {
      refused = true;
    }
    return new ParsedBody(refused, Duration.ofNanos(cpu() - before));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
