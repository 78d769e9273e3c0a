package org.heyi.platform.revision.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.policy.PackNames;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.revision.Difference;
import org.heyi.platform.revision.Difference.Kind;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Says differences in the reader's language: a key by its word where it has one, an id by the name
/// of what it stands for.
@Component
class DifferenceWords {

  private final Policies policies;
  private final List<PackNames> names;

  DifferenceWords(Policies policies, ObjectProvider<PackNames> names) {
    this.policies = policies;
    this.names = names.stream().toList();
  }

  /// The area of the pack, and its parameters by number and key.
  private record Known(AreaId area, Map<String, String> parameters) {

    boolean isId(String key) {
      return key.startsWith(area + "-");
    }
  }

  /// @param area whose parameters and places are named
  List<RevisionPage.Section> said(List<Difference> differences, AreaId area, Words words) {
    var known = new Known(area, parameters(area, words));
    return differences.stream().map(it -> section(it, known, words)).toList();
  }

  private Map<String, String> parameters(AreaId area, Words words) {
    var titles = new HashMap<String, String>();
    for (var row : policies.parameters(area)) {
      titles.put(row.number(), isEnglish(words) ? row.titleEn() : row.title());
      row.entries()
          .forEach(
              it -> titles.put(it.value().key(), isEnglish(words) ? it.titleEn() : it.title()));
    }
    return titles;
  }

  private RevisionPage.Section section(Difference it, Known known, Words words) {
    var rows = new ArrayList<RevisionPage.Row>();
    it.entries().forEach(entry -> rows.addAll(rows(entry, known, words)));
    return new RevisionPage.Section(
        words.orElse("revision.section." + it.section(), it.section()),
        it.count(Kind.ADDED),
        it.count(Kind.REMOVED),
        it.count(Kind.CHANGED),
        rows);
  }

  private List<RevisionPage.Row> rows(Difference.Entry entry, Known known, Words words) {
    var title = title(entry, known, words);
    if (entry.kind() == Kind.CHANGED) {
      return entry.fields().stream()
          .map(it ->
              new RevisionPage.Row(
                  entry.kind(),
                  title,
                  path(it, known, words),
                  value(it.before(), known, words),
                  value(it.after(), known, words)))
          .toList();
    }
    var gone = entry.kind() == Kind.REMOVED;
    var all =
        entry.fields().stream()
            .map(it ->
                words.of(
                    "revision.labelled",
                    path(it, known, words),
                    value(gone ? it.before() : it.after(), known, words)))
            .collect(joining(words.of("revision.and")));
    return List.of(new RevisionPage.Row(entry.kind(), title, "", gone ? all : "", gone ? "" : all));
  }

  private String title(Difference.Entry entry, Known known, Words words) {
    if (entry.id().isEmpty()) {
      return entry.name();
    }
    if (!entry.name().isEmpty()) {
      return words.of("revision.named", entry.name(), entry.id());
    }
    var said = said(entry.id(), known, words);
    return said.equals(entry.id()) ? said : words.of("revision.named", said, entry.id());
  }

  private String path(Difference.Field field, Known known, Words words) {
    return field.path().stream()
        .filter(it -> !it.equals("values"))
        .map(it -> said(it, known, words))
        .collect(joining(" › "));
  }

  private String said(String key, Known known, Words words) {
    var parameter = known.parameters().get(key);
    return parameter == null
        ? words.orElse("revision.field." + key, name(key, known, words))
        : parameter;
  }

  private String name(String key, Known known, Words words) {
    var id = key.replace("<county>", known.area().value());
    return !known.isId(id)
        ? key
        : names.stream()
            .flatMap(it -> it.find(id).stream())
            .map(it -> isEnglish(words) ? it.en() : it.zh())
            .findFirst()
            .orElse(key);
  }

  private String value(Difference.Value it, Known known, Words words) {
    if (it.isNone()) {
      return words.of("revision.nothing");
    }
    var text =
        switch (it.unit()) {
          case "", "text", "texts", "date" -> it.text();
          case "institution", "grid" -> name(it.text(), known, words);
          case "code", "codes" ->
              List.of(it.text().split("、", -1)).stream()
                  .map(word -> words.orElse("policy.word." + word, word))
                  .collect(joining(words.of("policy.and")));
          case "flag" -> words.of(Objects.equals(it.text(), "true") ? "policy.yes" : "policy.no");
          default -> number(it, words);
        };
    return switch (it.clause()) {
      case "" -> text;
      case "house" -> words.of("revision.by", text, words.of("policy.house"));
      default -> words.of("revision.by", text, it.clause());
    };
  }

  /// Words for a number in a unit have one place; a unit nobody knows stands behind it.
  private static String number(Difference.Value it, Words words) {
    var known = words.orElse("policy.unit." + it.unit(), "").isEmpty();
    return known ? it.text() + " " + it.unit() : words.of("policy.unit." + it.unit(), it.text());
  }

  private static boolean isEnglish(Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
