package org.heyi.platform.shell.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// 为谁而做: for which request or job this thread works. It stands in each line of the log, and goes
/// along to the threads that do the rest of the work.
///
/// What stands here is replaced by what comes next, not taken away: servers and schedulers write of
/// a failure when ours is over.
public final class OnBehalf {

  private static final String REQUEST = "request";
  private static final String JOB = "job";

  /// Where the twelve random digits of a UUID begin that are enough to find a line by.
  private static final int LAST_PART = 24;

  /// A new request begins on this thread.
  ///
  /// @return its id
  static String aRequest() {
    var id = UUID.randomUUID().toString().substring(LAST_PART);
    MDC.remove(JOB);
    MDC.put(REQUEST, id);
    return id;
  }

  /// A job begins on this thread.
  public static void job(String name) {
    MDC.remove(REQUEST);
    MDC.put(JOB, name);
  }

  /// The id of the request this thread answers, or null.
  public static @Nullable String request() {
    return MDC.get(REQUEST);
  }

  static boolean somebody() {
    return MDC.get(REQUEST) != null || MDC.get(JOB) != null;
  }

  private OnBehalf() {}
}
