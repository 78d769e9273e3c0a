package org.heyi.steering.governance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.ParameterOverrides;

/// What the sections of this room read alike.
final class PlanTexts {

  private static final Pattern DAY = Pattern.compile("20\\d{2}(-(0[1-9]|1[0-2])(-\\d{2})?)?");
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  private PlanTexts() {}

  /// A list of charges; one that gives no origin has that of the whole it stands in.
  ///
  /// @param duties the closed list of which each names one, or none for free texts
  static List<Charge> charges(List<PackNode> nodes, Collection<String> duties, Citation otherwise) {
    return nodes.stream()
        .map(node -> {
          var fields = node.fields();
          var charge =
              new Charge(
                  duties.isEmpty() ? "" : fields.needOneOf("duty", duties),
                  fields.needText("text"),
                  fields.has("clause") || fields.has("source") ? fields.citation() : otherwise);
          fields.end();
          return charge;
        })
        .toList();
  }

  /// A day, or the last one of a year or of a month.
  static Optional<LocalDate> day(PackNode node) {
    return node.shaped(DAY, "YYYY, YYYY-MM, YYYY-MM-DD")
        .flatMap(it ->
            switch (it.length()) {
              case YEAR -> Optional.of(LocalDate.of(Integer.parseInt(it), 12, 31));
              case MONTH -> Optional.of(YearMonth.parse(it).atEndOfMonth());
              default -> node.date();
            });
  }

  /// Names that stand in a parameter are not said twice: each name of an entry is a word of the
  /// parameter, and each word is the name of an entry.
  record Agreement(PackNode section, PackReading reading, String parameter) {

    void name(PackNode where, String consortium, String name) {
      if (!ParameterOverrides.words(reading, consortium, parameter).contains(name)) {
        where.refuse(GovernanceProblem.NOT_IN_PARAMETER, name, parameter);
      }
    }

    void complete(Set<String> names) {
      ParameterOverrides.everyWord(reading, parameter).stream()
          .filter(Predicate.not(names::contains))
          .forEach(it -> section.refuse(GovernanceProblem.NOT_ARRANGED, it, parameter));
    }
  }
}
