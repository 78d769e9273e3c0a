package org.heyi.platform.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.heyi.platform.shared.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// 包中一处: one value in a pack and its place in the file.
///
/// Each question tells the reading when the answer is of the wrong type, and answers empty.
public final class PackNode {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");
  private static final int LONGEST_ID = 64;

  private final Node node;
  private final String path;
  private final PackReading reading;

  PackNode(Node node, String path, PackReading reading) {
    this.node = node;
    this.path = path;
    this.reading = reading;
  }

  Node node() {
    return node;
  }

  String path() {
    return path;
  }

  /// A value as it is written, blanks of a template too; empty for a list or a group.
  public String written() {
    return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? scalar.getValue().strip()
        : "";
  }

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public void refuse(Problem problem, Object... args) {
    reading.refuse(fault(problem, args));
  }

  PackReading.Fault fault(Problem problem, Object... args) {
    var column = node.getStartMark().getColumn() + 1;
    return new PackReading.Fault(reading.file(), line(), column, path, problem, List.of(args));
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      refuse(PackProblem.NOT_TEXT);
      return Optional.empty();
    }
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      refuse(PackProblem.EMPTY_TEXT);
      return Optional.empty();
    }
    var text = reading.fill(scalar.getValue().strip());
    return Optional.of(text)
        .filter(it -> holds(!it.contains("<county"), PackProblem.BLANK_LEFT, it));
  }

  /// A text of a given shape; `wanted` says which.
  public Optional<String> shaped(Pattern shape, String wanted) {
    return text()
        .filter(it -> holds(shape.matcher(it).matches(), PackProblem.WRONG_SHAPE, it, wanted));
  }

  public Optional<String> id() {
    return text()
        .filter(it ->
            holds(
                it.length() >= 2 && it.length() <= LONGEST_ID && ID.matcher(it).matches(),
                PackProblem.NOT_AN_ID,
                it));
  }

  /// The id of something in this pack.
  public Optional<String> refer(String kind) {
    var id = id();
    id.ifPresent(it -> reading.refer(kind, it, this));
    return id;
  }

  public Optional<Integer> whole() {
    return text()
        .filter(it -> holds(WHOLE.matcher(it).matches(), PackProblem.NOT_WHOLE, it))
        .map(Integer::valueOf);
  }

  public Optional<Integer> whole(int least, int most) {
    return whole()
        .filter(it -> holds(it >= least && it <= most, PackProblem.OUT_OF_RANGE, it, least, most));
  }

  public Optional<LocalDate> date() {
    return text()
        .filter(it -> holds(DATE.matcher(it).matches(), PackProblem.NOT_A_DATE, it))
        .flatMap(it -> parse(it, LocalDate::parse));
  }

  public Optional<Boolean> flag() {
    return text()
        .filter(it -> holds(Set.of("true", "false").contains(it), PackProblem.NOT_A_FLAG, it))
        .map(Boolean::valueOf);
  }

  /// One word of a closed list.
  public Optional<String> oneOf(Collection<String> words) {
    return text()
        .filter(it ->
            holds(words.contains(it), PackProblem.UNKNOWN_WORD, it, String.join(", ", words)));
  }

  public List<PackNode> items() {
    if (!(node instanceof SequenceNode list)) {
      refuse(PackProblem.NOT_A_LIST);
      return List.of();
    }
    var items = new ArrayList<PackNode>();
    for (var item : list.getValue()) {
      items.add(new PackNode(item, path + "[" + items.size() + "]", reading));
    }
    return items;
  }

  /// The items of a list, or the one value that stands there without brackets.
  public List<PackNode> oneOrMany() {
    return isList() ? items() : List.of(this);
  }

  public PackFields fields() {
    var fields = new PackFields(this, reading);
    if (node instanceof MappingNode map) {
      for (var entry : map.getValue()) {
        var key = new PackNode(entry.getKeyNode(), path, reading);
        key.text().ifPresent(name -> fields.add(name, key, inside(name, entry.getValueNode())));
      }
    } else {
      refuse(PackProblem.NOT_A_MAP);
    }
    return fields;
  }

  private PackNode inside(String name, Node value) {
    return new PackNode(value, path.isEmpty() ? name : path + "." + name, reading);
  }

  private <T> Optional<T> parse(String text, Function<String, T> how) {
    try {
      return Optional.of(how.apply(text));
    } catch (DateTimeParseException e) {
      refuse(PackProblem.NOT_A_DATE, text);
      return Optional.empty();
    }
  }

  private boolean holds(boolean condition, Problem otherwise, Object... args) {
    if (!condition) {
      refuse(otherwise, args);
    }
    return condition;
  }
}
