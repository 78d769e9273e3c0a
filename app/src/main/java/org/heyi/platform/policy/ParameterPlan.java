package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// 参数表: the parameters of an area or of one consortium, as a pack gives them.
///
/// @param whose the consortium's, or [Whose#AREA] for the area's own
public record ParameterPlan(Whose whose, List<Statement> statements, List<Value> values) {

  /// 适用范围: the consortium that has its own values.
  public record Whose(String consortium, String name, String nameEn) {

    public static final Whose AREA = new Whose("", "", "");

    boolean isArea() {
      return consortium.isEmpty();
    }
  }

  /// What the plan says on one row, P-01 to P-30, or why the house chose.
  record Statement(
      String number, boolean silent, String clause, boolean house, String says, String saysEn) {}

  /// One value that the code can use.
  record Value(
      String number,
      String key,
      List<String> items,
      String unit,
      String bound,
      String clause,
      boolean house,
      LocalDate effective) {

    Value from(LocalDate date) {
      return new Value(number, key, items, unit, bound, clause, house, date);
    }
  }

  private static final List<String> BOUNDS = List.of("exactly", "at-least", "at-most", "more-than");

  /// Reads a map of parameters by number.
  public static ParameterPlan read(PackNode node, Whose whose, PackReading reading) {
    var statements = new ArrayList<Statement>();
    var values = new ArrayList<Value>();
    var fields = node.fields();
    for (var number : fields.names()) {
      if (ParameterCatalogue.ONLY.groups().containsKey(number)) {
        fields
            .take(number)
            .ifPresent(it -> statements.add(statement(number, it.fields(), values, reading)));
      } else {
        fields.key(number).refuse(PackProblem.UNKNOWN_PARAMETER, number);
      }
    }
    return new ParameterPlan(whose, List.copyOf(statements), List.copyOf(values));
  }

  Optional<Value> value(String key) {
    return values.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /// The words of a parameter, or none where it is not set.
  public SequencedSet<String> words(String key) {
    return value(key)
        .map(it -> (SequencedSet<String>) new LinkedHashSet<>(it.items()))
        .orElseGet(LinkedHashSet::new);
  }

  private static Statement statement(
      String number, PackFields fields, List<Value> values, PackReading reading) {
    var ours = number.startsWith("H-");
    var silent = fields.flag("silent");
    var clause = fields.clauses();
    var says = fields.text("says");
    var saysEn = fields.text("says_en");
    if (silent && (fields.has("clause") || fields.has("says") || fields.has("says_en"))) {
      fields.where().refuse(PackProblem.SILENT_AND_SAYS, number);
    } else if (!silent) {
      (ours ? List.of("says", "says_en", "values") : List.of("clause", "says", "says_en"))
          .forEach(fields::need);
    }
    fields
        .take("values")
        .map(PackNode::fields)
        .ifPresent(it -> values(number, it, silent || ours, values, reading));
    fields.end();
    return new Statement(number, silent, clause, ours, says, saysEn);
  }

  private static void values(
      String number, PackFields fields, boolean oursOnly, List<Value> values, PackReading reading) {
    for (var key : fields.names()) {
      var entry = ParameterCatalogue.ONLY.entry(key);
      if (entry.isEmpty()) {
        fields.key(key).refuse(PackProblem.UNKNOWN_PARAMETER, key);
      } else if (!entry.get().group().equals(number)) {
        fields.key(key).refuse(PackProblem.WRONG_GROUP, key, entry.get().group(), number);
      } else {
        fields
            .take(key)
            .flatMap(it -> value(entry.get(), it, oursOnly, reading))
            .ifPresent(values::add);
      }
    }
  }

  private static Optional<Value> value(
      ParameterCatalogue.Entry entry, PackNode node, boolean oursOnly, PackReading reading) {
    var fields = node.fields();
    var unit = fields.needText("unit");
    if (!unit.isEmpty() && !unit.equals(entry.unit())) {
      fields
          .take("unit")
          .orElseThrow()
          .refuse(PackProblem.WRONG_UNIT, entry.key(), entry.unit(), unit);
      fields.take("value");
      return Optional.empty();
    }
    var items = fields.need("value").map(it -> ParameterItems.read(entry, it)).orElse(List.of());
    var bound = fields.oneOf("bound", BOUNDS);
    var effective = fields.date("effective").orElse(reading.effective());
    var citation = fields.citation();
    if (oursOnly && !citation.house()) {
      fields.key("clause").refuse(PackProblem.SILENT_WITH_CLAUSE, entry.key());
    }
    fields.end();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Value(
                entry.group(),
                entry.key(),
                items,
                entry.unit(),
                bound.isEmpty() ? "exactly" : bound,
                citation.clause(),
                citation.house(),
                effective));
  }

  /// Reads the value itself, as its unit wants it.
  private static final class ParameterItems {

    private static final int MOST = 999_999_999;
    private static final Set<String> URGENCIES =
        new LinkedHashSet<>(List.of("emergency", "urgent", "routine"));

    static List<String> read(ParameterCatalogue.Entry entry, PackNode node) {
      if (entry.byUrgency()) {
        return byUrgency(node);
      }
      return switch (entry.unit()) {
        case "text" -> one(node.text());
        case "texts" -> several(node, PackNode::text);
        case "code" -> one(node.oneOf(entry.words()));
        case "codes" -> several(node, it -> it.oneOf(entry.words()));
        case "flag" -> one(node.flag());
        case "date" -> one(node.date());
        case "institution" -> one(node.refer("institution"));
        case "grid" -> one(node.refer("grid"));
        case "percent" -> one(node.whole(0, 100));
        case "days-per-week" -> one(node.whole(0, 7));
        case "working-days-per-week" -> one(node.whole(0, 5));
        default -> one(node.whole(0, MOST));
      };
    }

    private static List<String> one(Optional<?> value) {
      return value.map(it -> List.of(it.toString())).orElse(List.of());
    }

    private static List<String> several(
        PackNode node, java.util.function.Function<PackNode, Optional<String>> how) {
      var items = new ArrayList<String>();
      for (var item : node.items()) {
        var value = how.apply(item).orElse("");
        if (items.contains(value)) {
          item.refuse(PackProblem.DUPLICATE_VALUE, value);
        } else if (!value.isEmpty()) {
          items.add(value);
        }
      }
      if (items.isEmpty() && node.isList() && node.items().isEmpty()) {
        node.refuse(PackProblem.EMPTY_TEXT);
      }
      return items;
    }

    private static List<String> byUrgency(PackNode node) {
      var fields = node.fields();
      var items = new ArrayList<String>();
      var before = 0;
      for (var urgency : URGENCIES) {
        var number = fields.need(urgency).flatMap(it -> it.whole(0, MOST)).orElse(MOST);
        if (number < before) {
          fields.key(urgency).refuse(PackProblem.URGENCY_UPSIDE_DOWN, urgency, number, before);
        }
        before = number;
        items.add(urgency + "=" + number);
      }
      fields.end();
      return items;
    }
  }
}
