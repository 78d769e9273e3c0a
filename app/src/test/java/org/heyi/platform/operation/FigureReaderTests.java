package org.heyi.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// A source that fails keeps nobody else from being read.
class FigureReaderTests {

  private final List<String> asked = new ArrayList<>();

  private record Source(String group, int order, boolean needsDatabase, Supplier<Long> number)
      implements FigureSource {

    @Override
    public List<Figure> figures() {
      return List.of(Figure.count(group + ".number", number.get()));
    }
  }

  @Test
  void allAreReadInTheirOrder() {
    var answers = read(source("work", 2, true), source("disk", 1, false));

    assertThat(answers).extracting(FigureReader.Answer::group).containsExactly("disk", "work");
    assertThat(answers).allMatch(FigureReader.Answer::readable);
  }

  @Test
  void oneThatFailsIsSaidToBeUnreadable() {
    var broken =
        new Source(
            "audit",
            1,
            true,
            () -> {
              throw new IllegalStateException("broken");
            });

    var answers = read(broken, source("work", 2, true));

    assertThat(answers).extracting(FigureReader.Answer::readable).containsExactly(false, true);
    assertThat(asked).containsExactly("work");
  }

  /// Else a scrape would wait for the pool as often as there are sources.
  @Test
  void whenTheDatabaseIsAwayItIsWaitedForOnce() {
    var away =
        new Source(
            "database",
            0,
            true,
            () -> {
              throw new CannotGetJdbcConnectionException("away");
            });

    var answers = read(away, source("disk", 1, false), source("work", 2, true));

    assertThat(answers)
        .extracting(FigureReader.Answer::readable)
        .containsExactly(false, true, false);
    assertThat(asked).containsExactly("disk");
  }

  private Source source(String group, int order, boolean needsDatabase) {
    return new Source(
        group,
        order,
        needsDatabase,
        () -> {
          asked.add(group);
          return 1L;
        });
  }

  private static List<FigureReader.Answer> read(FigureSource... sources) {
    var beans = new DefaultListableBeanFactory();
    for (var source : sources) {
      beans.registerSingleton(source.group(), source);
    }
    return new FigureReader(beans.getBeanProvider(FigureSource.class)).read();
  }
}
