package org.heyi.platform.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.core.io.ClassPathResource;

/// 参数目录: which parameters there are, in which group and unit. Data, `policy/parameters.yaml`.
final class ParameterCatalogue {

  /// 参数组: one row of the table in which the plans differ, or one of the house.
  record Group(String number, String zh, String en) {}

  /// One parameter.
  ///
  /// @param words closed list of a `code` or `codes`; else empty
  /// @param byUrgency the value is a number for each urgency
  /// @param needed every pack must give it
  record Entry(
      String key,
      String group,
      String unit,
      List<String> words,
      boolean byUrgency,
      boolean needed,
      String zh,
      String en) {}

  static final ParameterCatalogue ONLY = read("policy/parameters.yaml");

  private final SequencedMap<String, Group> groups;
  private final SequencedMap<String, Entry> entries;

  private ParameterCatalogue(
      SequencedMap<String, Group> groups, SequencedMap<String, Entry> entries) {
    this.groups = groups;
    this.entries = entries;
  }

  SequencedMap<String, Group> groups() {
    return groups;
  }

  SequencedMap<String, Entry> entries() {
    return entries;
  }

  Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  private static ParameterCatalogue read(String path) {
    var reading = new PackReading(path, null, null);
    var root = new PackFile(path, text(path)).root(reading).orElseThrow().fields();
    var lists = lists(root.need("lists").orElseThrow());
    var groups = new LinkedHashMap<String, Group>();
    var entries = new LinkedHashMap<String, Entry>();
    for (var node : root.needItems("groups")) {
      var group = group(node, lists, entries);
      groups.put(group.number(), group);
    }
    root.end();
    if (!reading.faults().isEmpty()) {
      throw new IllegalStateException(reading.faults().toString());
    }
    return new ParameterCatalogue(groups, entries);
  }

  private static Group group(
      PackNode node, Map<String, List<String>> lists, Map<String, Entry> entries) {
    var fields = node.fields();
    var group = new Group(fields.needText("number"), fields.needText("zh"), fields.needText("en"));
    var parameters = fields.need("parameters").orElseThrow().fields();
    for (var key : parameters.names()) {
      entries.put(key, entry(key, group.number(), parameters, lists));
    }
    fields.end();
    return group;
  }

  private static Entry entry(
      String key, String group, PackFields parameters, Map<String, List<String>> lists) {
    var fields = parameters.need(key).orElseThrow().fields();
    var words = new ArrayList<String>();
    for (var word : fields.items("words")) {
      word.text().ifPresent(it -> words.addAll(lists.getOrDefault(it, List.of(it))));
    }
    var entry =
        new Entry(
            key,
            group,
            fields.needText("unit"),
            List.copyOf(words),
            fields.flag("by_urgency"),
            fields.flag("needed"),
            fields.needText("zh"),
            fields.needText("en"));
    fields.end();
    return entry;
  }

  private static Map<String, List<String>> lists(PackNode node) {
    var lists = new LinkedHashMap<String, List<String>>();
    var fields = node.fields();
    for (var name : fields.names()) {
      lists.put(name, fields.items(name).stream().flatMap(it -> it.text().stream()).toList());
    }
    return lists;
  }

  private static String text(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
