package org.heyi.platform.sheet;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heyi.platform.sheet.Column.Choice;
import org.heyi.platform.shell.Words;

/// 表头与选项的叫法: how columns and choices are called in every language, to write them and to find them
/// again.
final class Labels {

  /// The column of a marked copy that says what is wrong.
  static final String WHY = "sheet.why";

  private static final String MARK = " *";

  private final Sheet sheet;
  private final List<Words> languages;

  Labels(Sheet sheet, List<Words> languages) {
    this.sheet = sheet;
    this.languages = languages;
  }

  /// As a template writes it: what is required has a star.
  static String heading(Sheet sheet, Column column, Words words) {
    return words.of(sheet.heading(column.key())) + (column.required() ? MARK : "");
  }

  /// Every way to write a heading → the column's key; the column of reasons → empty.
  Map<String, String> headings() {
    var found = new LinkedHashMap<String, String>();
    for (var words : languages) {
      found.put(plain(words.of(WHY)), "");
      sheet.columns().forEach(it -> found.put(plain(words.of(sheet.heading(it.key()))), it.key()));
    }
    return found;
  }

  /// The language in which most of these headings are written.
  Words languageOf(List<String> headings) {
    var written = headings.stream().map(Labels::plain).toList();
    return languages.stream()
        .max(
            Comparator.comparingLong(words ->
                sheet.columns().stream()
                    .filter(it -> written.contains(plain(words.of(sheet.heading(it.key())))))
                    .count()))
        .orElseThrow();
  }

  /// Every way to write a choice → the codes that are written so.
  Map<String, Set<String>> choices(Column column) {
    var found = new LinkedHashMap<String, Set<String>>();
    for (var choice : column.choices()) {
      note(found, choice.code(), choice);
      for (var words : languages) {
        note(found, said(choice, words), choice);
        note(found, listed(choice, words), choice);
      }
    }
    return found;
  }

  private static void note(Map<String, Set<String>> found, String label, Choice choice) {
    found.computeIfAbsent(plain(label), _ -> new TreeSet<>()).add(choice.code());
  }

  static String said(Choice choice, Words words) {
    return choice.words().isEmpty() ? choice.name() : words.of(choice.words());
  }

  /// As a list offers it: with the code where names are data, as two may be called the same.
  static String listed(Choice choice, Words words) {
    var said = said(choice, words);
    return choice.name().isEmpty() ? said : said + " (" + choice.code() + ")";
  }

  /// Full width or half, capital or small, with or without blanks and stars: all the same.
  static String plain(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s*\\p{Cf}]", "");
  }
}
