package org.heyi.flow.capacity.web;

import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;

/// Refusals that are shown on the form they concern, with what was typed.
final class Refusals {

  /// What the caller may not know or do is the frame's business; the rest can be put right here.
  static boolean staysOnPage(ProblemException refused) {
    return switch (refused.problem().kind()) {
      case REFUSED, CONFLICT -> true;
      case UNKNOWN, FORBIDDEN, UNAVAILABLE -> false;
    };
  }

  static int status(ProblemException refused) {
    return refused.problem().kind() == Problem.Kind.CONFLICT ? 409 : 422;
  }

  static String text(ProblemException refused, Words words) {
    return words.of(refused.problem().code(), refused.args().toArray());
  }

  private Refusals() {}
}
