package org.heyi.person.resident.web;

import java.util.Arrays;
import java.util.List;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shell.Words;

/// One option of a list on a form.
public record Choice(String value, String label) {

  /// Words of a list, each said as `prefix` + word.
  static List<Choice> of(List<String> list, String prefix, Words words) {
    return list.stream().map(it -> new Choice(it, words.of(prefix + it))).toList();
  }

  /// The papers a desk may type when it registers somebody.
  static List<Choice> papers(Words words) {
    return numbers(words).stream()
        .filter(it -> !IdentifierSystem.valueOf(it.value()).hasIssuer())
        .toList();
  }

  /// The papers, cards and own numbers a desk may add later.
  static List<Choice> numbers(Words words) {
    return Arrays.stream(IdentifierSystem.values())
        .filter(IdentifierSystem::isTyped)
        .map(it -> new Choice(it.name(), words.of(it.key())))
        .toList();
  }
}
