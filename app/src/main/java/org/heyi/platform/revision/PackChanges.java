package org.heyi.platform.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.heyi.platform.revision.Difference.Entry;
import org.heyi.platform.revision.Difference.Field;
import org.heyi.platform.revision.Difference.Kind;
import org.heyi.platform.shared.AreaId;

/// 版本变化: what a version changes in one area, as rooms ask about it.
///
/// @param from the first day on which it can hold
public record PackChanges(AreaId area, LocalDate from, List<Difference> sections) {

  /// Ids of a section's entries that the old version did not have.
  public Set<String> added(String section) {
    return ids(section, it -> it.kind() == Kind.ADDED);
  }

  /// Ids of those that the new version has no more, or gives an end.
  public Set<String> ended(String section) {
    return ids(
        section,
        it ->
            it.kind() == Kind.REMOVED
                || (it.kind() == Kind.CHANGED
                    && it.fields().stream().anyMatch(PackChanges::isEnd)));
  }

  private static boolean isEnd(Field field) {
    return !field.after().isNone() && (begins(field, "until") || begins(field, "merged_into"));
  }

  /// Whether a value of a parameter changes, e.g. of `P-06`: the area's or a consortium's.
  public boolean touches(String parameter) {
    return entries("parameters").stream()
            .filter(it -> it.id().equals(parameter))
            .anyMatch(it -> it.fields().stream().anyMatch(field -> begins(field, "values")))
        || entries("consortia").stream()
            .flatMap(it -> it.fields().stream())
            .anyMatch(it -> begins(it, "parameters", parameter, "values"));
  }

  private static boolean begins(Field field, String... keys) {
    return field.path().size() >= keys.length
        && field.path().subList(0, keys.length).equals(List.of(keys));
  }

  /// What joins an inner list of a section's entries, e.g. the members of consortia.
  ///
  /// @param list name of the list
  /// @param key the field by which its entries are told apart
  public Set<String> joining(String section, String list, String key) {
    return inner(section, list, key, it -> it.before().isNone());
  }

  public Set<String> leaving(String section, String list, String key) {
    return inner(section, list, key, it -> it.after().isNone());
  }

  private Set<String> inner(String section, String list, String key, Predicate<Field> wanted) {
    var found = new TreeSet<String>();
    for (var entry : entries(section)) {
      entry.fields().stream()
          .filter(it -> it.path().size() == 3 && it.path().getFirst().equals(list))
          .filter(it -> it.path().getLast().equals(key) && wanted.test(it))
          .forEach(it -> found.add(it.path().get(1)));
    }
    return found;
  }

  private Set<String> ids(String section, Predicate<Entry> wanted) {
    var found = new TreeSet<String>();
    entries(section).stream().filter(wanted).forEach(it -> found.add(it.id()));
    return found;
  }

  private List<Entry> entries(String section) {
    var found = new ArrayList<Entry>();
    sections.stream()
        .filter(it -> it.section().equals(section))
        .forEach(it -> found.addAll(it.entries()));
    return found;
  }
}
