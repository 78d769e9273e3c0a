package org.heyi.bench;

import java.time.Duration;
import java.util.stream.Stream;

/// Processor time used so far, in milliseconds: that of this process, which is the client's where
/// the servers run apart, and that of everything this process has started as well. Databases are
/// children of what uses them.
public final class Processor {

  public static double ownMillis() {
    return millis(ProcessHandle.current());
  }

  public static double allMillis() {
    var self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants()).mapToDouble(Processor::millis).sum();
  }

  private static double millis(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }

  private Processor() {}
}
