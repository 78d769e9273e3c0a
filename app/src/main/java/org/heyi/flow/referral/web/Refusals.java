package org.heyi.flow.referral.web;

import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;
import org.springframework.http.HttpStatus;

/// Refusals that are shown where they happened, with what was typed.
final class Refusals {

  /// What the caller may not know or do is the frame's business; the rest can be put right here.
  static boolean staysHere(ProblemException refused) {
    return switch (refused.problem().kind()) {
      case REFUSED, CONFLICT -> true;
      case UNKNOWN, FORBIDDEN, UNAVAILABLE -> false;
    };
  }

  /// Somebody else was first: at this very referral, not at a slot.
  static boolean overtaken(ProblemException refused) {
    return refused.problem().kind() == Problem.Kind.CONFLICT
        && refused.problem().code().startsWith("referral.");
  }

  static HttpStatus status(ProblemException refused) {
    return refused.problem().kind() == Problem.Kind.CONFLICT
        ? HttpStatus.CONFLICT
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  static String text(ProblemException refused, Words words) {
    return words.of(refused.problem().code(), refused.args().toArray());
  }

  private Refusals() {}
}
