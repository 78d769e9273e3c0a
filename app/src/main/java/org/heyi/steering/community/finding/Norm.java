package org.heyi.steering.community.finding;

import org.heyi.steering.community.finding.Finding.Clause;

/// 规则取值: what a plan gives a structure rule.
///
/// @param suggested what it wishes beyond it, or empty
/// @param bound exactly, at-least, at-most, more-than
record Norm(String value, String suggested, String bound, Clause clause) {

  /// E.g. `≥1`.
  String expected() {
    return sign() + value;
  }

  private String sign() {
    return switch (bound) {
      case "at-least" -> "≥";
      case "at-most" -> "≤";
      case "more-than" -> ">";
      default -> "";
    };
  }

  /// @param sure so many at least
  /// @param open so many more perhaps
  Outcome against(long sure, long open) {
    if (holds(sure) && holds(sure + open)) {
      return Outcome.HOLDS;
    }
    for (var more = 0L; more <= open; more++) {
      if (holds(sure + more)) {
        return Outcome.NOT_RECORDED;
      }
    }
    return Outcome.DOES_NOT_HOLD;
  }

  private boolean holds(long count) {
    var wanted = Long.parseLong(value);
    return switch (bound) {
      case "at-least" -> count >= wanted;
      case "at-most" -> count <= wanted;
      case "more-than" -> count > wanted;
      default -> count == wanted;
    };
  }
}
