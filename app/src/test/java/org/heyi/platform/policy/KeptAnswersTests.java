package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.MovableClock;
import org.junit.jupiter.api.Test;

class KeptAnswersTests {

  private final MovableClock clock = new MovableClock();
  private final KeptAnswers<Question> kept = new KeptAnswers<>(clock);
  private final AtomicInteger reads = new AtomicInteger();

  record Question(String key) {}

  @Test
  void anAnswerIsReadOnceInItsTime() {
    assertThat(ask("a")).isEqualTo("a 1");
    clock.advance(KeptAnswers.TIME.minus(Duration.ofMillis(1)));
    assertThat(ask("a")).isEqualTo("a 1");
    clock.advance(Duration.ofMillis(1));
    assertThat(ask("a")).isEqualTo("a 2");
  }

  @Test
  void eachQuestionHasItsOwnAnswer() {
    assertThat(ask("a")).isEqualTo("a 1");
    assertThat(ask("b")).isEqualTo("b 2");
    assertThat(ask("a")).isEqualTo("a 1");
  }

  private String ask(String key) {
    return kept.of(new Question(key), String.class, it -> it.key() + " " + reads.incrementAndGet());
  }
}
