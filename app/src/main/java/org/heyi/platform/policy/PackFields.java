package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Period;

/// 包中一组: the named values of one place in a pack. What nobody asked for by [#end()] is unknown.
public final class PackFields {

  private final PackNode where;
  private final PackReading reading;
  private final Map<String, PackNode> values = new LinkedHashMap<>();
  private final Map<String, PackNode> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  PackFields(PackNode where, PackReading reading) {
    this.where = where;
    this.reading = reading;
  }

  void add(String name, PackNode key, PackNode value) {
    if (keys.putIfAbsent(name, key) == null) {
      values.put(name, value);
    } else {
      key.refuse(PackProblem.DUPLICATE_KEY, name);
    }
  }

  public PackNode where() {
    return where;
  }

  /// Where the name of a value stands.
  public PackNode key(String name) {
    return keys.getOrDefault(name, where);
  }

  /// All names, of a map whose keys are data, e.g. parameters by number.
  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<PackNode> take(String name) {
    asked.add(name);
    return Optional.ofNullable(values.get(name));
  }

  /// The same for what must be there.
  public Optional<PackNode> need(String name) {
    var value = take(name);
    if (value.isEmpty()) {
      where.refuse(PackProblem.MISSING_KEY, name);
    }
    return value;
  }

  public String text(String name) {
    return take(name).flatMap(PackNode::text).orElse("");
  }

  public String needText(String name) {
    return need(name).flatMap(PackNode::text).orElse("");
  }

  public String needId(String name) {
    return need(name).flatMap(PackNode::id).orElse("");
  }

  /// The id that this place gives: it begins with the area's, and nothing else in the pack has it.
  public String newId(String kind) {
    var node = need("id");
    var id = node.flatMap(PackNode::id);
    id.ifPresent(it -> define(kind, it, node.orElse(where)));
    return id.orElse("");
  }

  private void define(String kind, String id, PackNode at) {
    reading
        .kept(Pack.class)
        .filter(pack -> !id.startsWith(pack.area().value() + "-"))
        .ifPresent(pack -> at.refuse(PackProblem.FOREIGN_ID, id, pack.area().value() + "-"));
    reading.define(kind, id, at);
  }

  /// The id of something else in this pack, or empty.
  public String refer(String name, String kind) {
    return take(name).flatMap(it -> it.refer(kind)).orElse("");
  }

  public String needRefer(String name, String kind) {
    return need(name).flatMap(it -> it.refer(kind)).orElse("");
  }

  public boolean flag(String name) {
    return take(name).flatMap(PackNode::flag).orElse(false);
  }

  public boolean needFlag(String name) {
    return need(name).flatMap(PackNode::flag).orElse(false);
  }

  public Optional<LocalDate> date(String name) {
    return take(name).flatMap(PackNode::date);
  }

  public String oneOf(String name, Collection<String> words) {
    return take(name).flatMap(it -> it.oneOf(words)).orElse("");
  }

  public String needOneOf(String name, Collection<String> words) {
    return need(name).flatMap(it -> it.oneOf(words)).orElse("");
  }

  public List<PackNode> items(String name) {
    return take(name).map(PackNode::items).orElse(List.of());
  }

  public List<PackNode> needItems(String name) {
    return need(name).map(PackNode::items).orElse(List.of());
  }

  /// Words of a closed list, none twice.
  public List<String> words(String name, Collection<String> allowed) {
    var words = new ArrayList<String>();
    for (var item : items(name)) {
      var word = item.oneOf(allowed).orElse("");
      if (words.contains(word)) {
        item.refuse(PackProblem.DUPLICATE_VALUE, word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /// Origin: `clause`, or `source: house`; exactly one of them.
  public Citation citation() {
    var clauses = clauses();
    var house = take("source").flatMap(it -> it.oneOf(Set.of("house"))).isPresent();
    if (house && !clauses.isEmpty()) {
      key("source").refuse(PackProblem.TWO_SOURCES);
    } else if (!has("source") && !has("clause")) {
      where.refuse(PackProblem.NO_SOURCE);
    }
    return clauses.isEmpty() ? Citation.HOUSE : new Citation(clauses, false);
  }

  /// The clauses as one text, or empty.
  String clauses() {
    return take("clause").map(PackNode::oneOrMany).orElse(List.of()).stream()
        .flatMap(it -> clause(it).stream())
        .collect(Collectors.joining("、"));
  }

  private Optional<String> clause(PackNode node) {
    var clause = node.text();
    clause.ifPresent(it -> reading.refer("clause", it, node, PackProblem.UNKNOWN_CLAUSE));
    return clause;
  }

  /// `since` and `until`; without `since`, from another date on.
  public Period period(Period otherwise) {
    var from = date("since").orElse(otherwise.from());
    var until = date("until").orElse(otherwise.until());
    if (until != null && !until.isAfter(from)) {
      key(has("until") ? "until" : "since").refuse(PackProblem.ENDS_BEFORE_IT_BEGINS, from, until);
      return otherwise;
    }
    return new Period(from, until);
  }

  /// The period of something that lives as long as the pack where nothing else is said.
  public Period period() {
    return period(new Period(reading.effective(), null));
  }

  /// Says that all has been asked.
  public void end() {
    keys.forEach((name, key) -> {
      if (!asked.contains(name)) {
        key.refuse(PackProblem.UNKNOWN_KEY, name, String.join(", ", asked));
      }
    });
  }
}
