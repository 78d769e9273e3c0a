package org.heyi.platform.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.revision.Difference.Entry;
import org.heyi.platform.revision.Difference.Field;
import org.heyi.platform.revision.Difference.Kind;
import org.heyi.platform.revision.Difference.Value;
import org.jspecify.annotations.Nullable;

/// Compares two packs node by node. It knows no section: lists are kept by the id of their entries,
/// and by their place where they have none; everything else by its keys. So a section that a room
/// adds is compared without a line of code.
final class Differences {

  /// What tells one entry of a list from another, the first that it has.
  private static final List<String> IDS =
      List.of("id", "institution", "consortium", "code", "number", "key", "name", "label");

  private static final String NAME = "name";

  private Differences() {}

  static List<Difference> between(PackNode before, PackNode after) {
    var old = children(before);
    var young = children(after);
    var sections = new LinkedHashSet<>(young.keySet());
    sections.addAll(old.keySet());
    return sections.stream()
        .map(it -> new Difference(it, compare(entries(old.get(it)), entries(young.get(it)))))
        .filter(it -> !it.entries().isEmpty())
        .toList();
  }

  private static List<Entry> compare(
      Map<String, SequencedMap<List<String>, Value>> old,
      Map<String, SequencedMap<List<String>, Value>> young) {
    var ids = new LinkedHashSet<>(young.keySet());
    ids.addAll(old.keySet());
    var found = new ArrayList<Entry>();
    for (var id : ids) {
      var fields = fields(old.get(id), young.get(id));
      if (!fields.isEmpty()) {
        var kind =
            !old.containsKey(id) ? Kind.ADDED : young.containsKey(id) ? Kind.CHANGED : Kind.REMOVED;
        found.add(
            new Entry(
                kind, id, name(young.get(id)).or(() -> name(old.get(id))).orElse(""), fields));
      }
    }
    return found;
  }

  private static Optional<String> name(@Nullable Map<List<String>, Value> entry) {
    return Optional.ofNullable(entry).map(it -> it.get(List.of(NAME))).map(Value::text);
  }

  private static List<Field> fields(
      @Nullable SequencedMap<List<String>, Value> old,
      @Nullable SequencedMap<List<String>, Value> young) {
    SequencedMap<List<String>, Value> before = old == null ? new LinkedHashMap<>() : old;
    SequencedMap<List<String>, Value> after = young == null ? new LinkedHashMap<>() : young;
    var paths = new LinkedHashSet<>(after.keySet());
    paths.addAll(before.keySet());
    return paths.stream()
        .map(it ->
            new Field(it, before.getOrDefault(it, Value.NONE), after.getOrDefault(it, Value.NONE)))
        .filter(it -> !it.before().equals(it.after()))
        .toList();
  }

  /// The entries of a section, each with the values below it.
  private static SequencedMap<String, SequencedMap<List<String>, Value>> entries(
      @Nullable PackNode section) {
    var entries = new LinkedHashMap<String, SequencedMap<List<String>, Value>>();
    if (section == null) {
      return entries;
    }
    children(section)
        .forEach((key, node) -> {
          var apart = section.isList() || (node.isMap() && !isMachineValue(node));
          var values = entries.computeIfAbsent(apart ? key : "", _ -> new LinkedHashMap<>());
          flatten(node, apart ? List.of() : List.of(key), values);
        });
    return entries;
  }

  private static void flatten(PackNode node, List<String> path, Map<List<String>, Value> values) {
    if (isMachineValue(node)) {
      values.put(path, machineValue(node));
    } else if (node.isMap() || (node.isList() && node.items().stream().anyMatch(PackNode::isMap))) {
      children(node)
          .forEach((key, child) -> {
            var deeper = new ArrayList<>(path);
            deeper.add(key);
            flatten(child, List.copyOf(deeper), values);
          });
    } else {
      values.put(path, new Value(plain(node), "", ""));
    }
  }

  /// What is below a node, by key or id.
  private static SequencedMap<String, PackNode> children(PackNode node) {
    var children = new LinkedHashMap<String, PackNode>();
    if (node.isMap()) {
      var fields = node.fields();
      fields.names().forEach(it -> fields.take(it).ifPresent(child -> children.put(it, child)));
    } else if (node.isList()) {
      for (var item : node.items()) {
        var id = id(item).orElse("#" + (children.size() + 1));
        var times = 1;
        while (children.containsKey(times == 1 ? id : id + " #" + times)) {
          times++;
        }
        children.put(times == 1 ? id : id + " #" + times, item);
      }
    }
    return children;
  }

  private static Optional<String> id(PackNode item) {
    if (!item.isMap()) {
      return Optional.of(item.written()).filter(it -> !it.isEmpty());
    }
    var fields = item.fields();
    return IDS.stream()
        .flatMap(it -> fields.take(it).stream())
        .map(PackNode::written)
        .filter(it -> !it.isEmpty())
        .findFirst();
  }

  private static boolean isMachineValue(PackNode node) {
    return node.isMap() && node.fields().has("value") && node.fields().has("unit");
  }

  private static Value machineValue(PackNode node) {
    var children = children(node);
    var text = new StringBuilder(plain(children.get("value")));
    children.forEach((key, child) -> {
      if (!List.of("value", "unit", "clause", "source").contains(key)) {
        text.append("; ").append(key).append(' ').append(plain(child));
      }
    });
    var clause = children.containsKey("clause") ? plain(children.get("clause")) : "house";
    return new Value(text.toString(), plain(children.get("unit")), clause);
  }

  private static String plain(@Nullable PackNode node) {
    if (node == null) {
      return "";
    }
    if (node.isList()) {
      return node.items().stream().map(Differences::plain).collect(Collectors.joining("、"));
    }
    return node.isMap()
        ? children(node).entrySet().stream()
            .map(it -> it.getKey() + "=" + plain(it.getValue()))
            .collect(Collectors.joining("、"))
        : node.written();
  }
}
