package org.heyi.steering.community.api;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.steering.community.finding.Exemption;
import org.heyi.steering.community.finding.Finding;
import org.jspecify.annotations.Nullable;

/// One structure rule beside what is there, as JSON.
///
/// @param consortium empty for the whole area
/// @param target id of the area, consortium or grid; for a lead `consortium.institution`
/// @param outcome holds, does-not-hold, not-recorded
/// @param warning it does not hold and nobody lets it be
/// @param exemption the live one, or null
record FindingJson(
    String rule,
    String consortium,
    String target,
    String name,
    String nameEn,
    String outcome,
    boolean warning,
    String expected,
    String suggested,
    String found,
    long unknown,
    boolean inPrinciple,
    String clause,
    String says,
    String saysEn,
    @Nullable Let exemption) {

  /// Why a warning is let be.
  record Let(String reason, Instant at, LocalDate since, @Nullable LocalDate until) {

    private static Let of(Exemption it) {
      return new Let(it.reason(), it.at(), it.period().from(), it.period().until());
    }
  }

  static FindingJson of(Finding it) {
    var consortium = it.target().consortium();
    var exemption = it.exemption();
    return new FindingJson(
        it.rule().code(),
        consortium == null ? "" : consortium.value(),
        it.target().id(),
        it.target().name(),
        it.target().nameEn(),
        it.outcome().code(),
        it.isWarning(),
        it.expected(),
        it.suggested(),
        it.found(),
        it.unknown(),
        it.clause().inPrinciple(),
        it.clause().text(),
        it.clause().says(),
        it.clause().saysEn(),
        exemption == null ? null : Let.of(exemption));
  }
}
