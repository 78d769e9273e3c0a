package org.heyi.platform.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// 暂存答案: what a room has drawn from packs and memberships, kept for [#TIME], because every command
/// asks for it and it changes with a pack only.
///
/// @param <Q> what is asked; a record
public final class KeptAnswers<Q extends Record> {

  public static final Duration TIME = Duration.ofSeconds(30);

  /// Questions are few: institutions and keys of some days.
  private static final int MOST = 20_000;

  private final Clock clock;
  private final Map<Q, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Object answer, Instant until) {}

  public KeptAnswers(Clock clock) {
    this.clock = clock;
  }

  /// The answer known already, or the one that is read now.
  public <A> A of(Q question, Class<A> type, Function<? super Q, ? extends A> read) {
    var now = clock.instant();
    var known = kept.get(question);
    if (known != null && now.isBefore(known.until())) {
      return type.cast(known.answer());
    }
    if (kept.size() > MOST) {
      kept.clear();
    }
    A answer = read.apply(question);
    kept.put(question, new Kept(answer, now.plus(TIME)));
    return answer;
  }
}
