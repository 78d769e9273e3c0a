package org.heyi.steering.governance.unchanged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.heyi.platform.shared.ConsortiumId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What stays unchanged, as a pack gives it: the words of parameter P-01, each with its attribute.
@Component
@Order(92)
class UnchangedSection implements PackSection {

  private static final String WORDS = "unchanged-attributes";

  private final UnchangedStore store;

  UnchangedSection(UnchangedStore store) {
    this.store = store;
  }

  private record Entry(
      PackNode where, List<String> consortia, String attribute, String words, Citation origin) {}

  @Override
  public String name() {
    return "unchanged";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var entries = new ArrayList<Entry>();
    Map<String, Integer> lines = new HashMap<>();
    for (var node : section.items()) {
      var entry = entry(node);
      for (var consortium : entry.consortia()) {
        var before = lines.putIfAbsent(consortium + " " + entry.attribute(), node.line());
        if (before != null) {
          node.refuse(UnchangedProblem.TWICE, entry.attribute(), consortium, before);
        }
      }
      entries.add(entry);
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        checkAgainstParameter(section, entries, read);
      }

      @Override
      public void apply(Pack pack) {
        store.replace(pack.area(), rows(entries));
      }
    };
  }

  private static Entry entry(PackNode node) {
    var fields = node.fields();
    var consortia =
        fields.needItems("consortia").stream()
            .map(it -> it.refer("consortium"))
            .flatMap(Optional::stream)
            .toList();
    var entry =
        new Entry(
            node,
            consortia,
            fields.needOneOf("attribute", UnchangedAttribute.codes()),
            fields.needText("words"),
            fields.citation());
    fields.end();
    return entry;
  }

  /// The words stand in P-01; here they get their attribute, and none goes without.
  private static void checkAgainstParameter(
      PackNode section, List<Entry> entries, PackReading reading) {
    for (var entry : entries) {
      for (var consortium : entry.consortia()) {
        if (!ParameterOverrides.words(reading, consortium, WORDS).contains(entry.words())) {
          entry.where().refuse(UnchangedProblem.NOT_IN_PARAMETER, entry.words(), consortium);
        }
      }
    }
    ParameterOverrides.everyWord(reading, WORDS).stream()
        .filter(word -> entries.stream().noneMatch(it -> it.words().equals(word)))
        .forEach(word -> section.refuse(UnchangedProblem.NOT_CODED, word));
  }

  private static List<Unchanged> rows(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry ->
            entry.consortia().stream()
                .map(it ->
                    new Unchanged(
                        ConsortiumId.of(it),
                        UnchangedAttribute.find(entry.attribute()).orElseThrow(),
                        entry.words(),
                        entry.origin())))
        .toList();
  }
}
