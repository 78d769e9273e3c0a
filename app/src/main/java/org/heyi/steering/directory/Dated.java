package org.heyi.steering.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heyi.platform.shared.Period;

/// 有期限的事实: what was so for a time and may be so differently after, e.g. a name or a membership.
///
/// @param <D> the fact itself
public interface Dated<D extends Dated<D>> {

  /// What can be so only in one way at a time.
  Object slot();

  /// In which way.
  Object content();

  Period period();

  D during(Period period);

  /// Joins what a newer pack says with what was so before. What it says again goes on from its old
  /// beginning; what it says differently ends where the new begins; what it says no more ends when
  /// the pack takes effect.
  static <D extends Dated<D>> List<D> join(List<D> before, List<D> said, LocalDate effective) {
    var now = said.stream().map(it -> continued(before, it, effective)).toList();
    var joined = new ArrayList<D>();
    for (var old : before) {
      var cut =
          now.stream()
              .filter(it -> it.slot().equals(old.slot()))
              .map(it -> it.period().from())
              .min(Comparator.naturalOrder())
              .orElse(effective);
      var until = old.period().until();
      if (old.period().from().isBefore(cut)) {
        joined.add(until != null && until.isBefore(cut) ? old : old.during(ending(old, cut)));
      }
    }
    joined.addAll(now);
    return joined;
  }

  private static <D extends Dated<D>> D continued(List<D> before, D said, LocalDate effective) {
    var period = said.period();
    if (!period.from().equals(effective)) {
      return said;
    }
    return before.stream()
        .filter(it -> it.slot().equals(said.slot()) && it.content().equals(said.content()))
        .filter(it -> it.period().from().isBefore(effective) && reaches(it, effective))
        .findFirst()
        .map(it -> said.during(new Period(it.period().from(), period.until())))
        .orElse(said);
  }

  private static boolean reaches(Dated<?> fact, LocalDate date) {
    var until = fact.period().until();
    return until == null || !until.isBefore(date);
  }

  private static Period ending(Dated<?> fact, LocalDate cut) {
    return new Period(fact.period().from(), cut);
  }
}
