package org.heyi.person.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a form, so that nobody is sent back twice.
final class Checking {

  private final List<FieldProblem> problems = new ArrayList<>();

  /// The value, or null after noting why there is none.
  <T> @Nullable T read(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException refused) {
      problems.add(new FieldProblem(field, refused.problem(), refused.args()));
      return null;
    }
  }

  void refuse(String field, Problem problem, Object... args) {
    problems.add(new FieldProblem(field, problem, List.of(args)));
  }

  void oneOf(String field, String word, List<String> list) {
    if (!list.contains(word)) {
      refuse(field, ResidentProblem.NOT_IN_LIST);
    }
  }

  void notLonger(String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      refuse(field, ResidentProblem.TOO_LONG, most);
    }
  }

  List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  /// The first thing that is wrong, for callers without a form.
  void orRefuse() {
    if (!problems.isEmpty()) {
      var first = problems.getFirst();
      throw first.problem().with(first.args().toArray());
    }
  }
}
