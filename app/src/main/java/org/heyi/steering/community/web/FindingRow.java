package org.heyi.steering.community.web;

import org.heyi.steering.community.finding.Outcome;
import org.jspecify.annotations.Nullable;

/// One structure rule beside what is there, with all words said.
///
/// @param path the finding's own page
/// @param exempt the reason for which a warning is let be; null without one
public record FindingRow(
    String path,
    String rule,
    String target,
    String targetPath,
    String expected,
    String found,
    Outcome outcome,
    String says,
    String clause,
    boolean inPrinciple,
    @Nullable String exempt) {

  public String colour() {
    return switch (outcome) {
      case HOLDS -> "bg-green-lt";
      case NOT_RECORDED -> "bg-secondary-lt";
      case DOES_NOT_HOLD -> exempt == null ? "bg-red-lt" : "bg-azure-lt";
    };
  }

  /// The end of the key of its result.
  public String result() {
    return exempt == null ? outcome.code() : "exempt";
  }
}
