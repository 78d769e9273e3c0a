package org.heyi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Rivals: attempts that begin at the same moment, each in a thread of its own.
public final class AtOnce {

  private static final int PATIENCE_SECONDS = 120;

  /// @return what each answered, in their order
  /// @throws Exception that of the first attempt that failed
  public static <T> List<T> all(Collection<? extends Callable<T>> attempts) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (var attempt : attempts) {
        running.add(
            threads.submit(() -> {
              start.await();
              return attempt.call();
            }));
      }
      start.countDown();
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return answers;
    }
  }

  /// @param attempt the one of each number, from 0
  public static <T> List<T> times(int count, IntFunction<? extends Callable<T>> attempt)
      throws Exception {
    return all(IntStream.range(0, count).mapToObj(attempt::apply).toList());
  }

  /// How many answered yes.
  public static int yes(Collection<? extends Callable<Boolean>> attempts) throws Exception {
    return (int) all(attempts).stream().filter(it -> it).count();
  }

  private AtOnce() {}
}
