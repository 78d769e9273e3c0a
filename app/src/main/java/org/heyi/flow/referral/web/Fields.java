package org.heyi.flow.referral.web;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.flow.referral.Press;

/// The fields of a sent form. A form reads the names it knows; whatever else was sent is not looked
/// at.
record Fields(Map<String, String> sent) {

  private static final String REASON = "reason.";
  private static final String VERSION = "\\d{1,9}";

  /// What was typed, without the signs that no text has.
  String text(String name) {
    return sent.getOrDefault(name, "").replace("\0", "").strip();
  }

  /// Digits and letters typed with a full-width keyboard count as the ordinary ones.
  String plain(String name) {
    return Normalizer.normalize(text(name), Normalizer.Form.NFKC).strip();
  }

  /// The reasons that were ticked: `reason.duplicate` → `duplicate`.
  Set<String> reasons() {
    return sent.keySet().stream()
        .filter(it -> it.startsWith(REASON) && ticked(it))
        .map(it -> it.substring(REASON.length()))
        .collect(Collectors.toSet());
  }

  boolean ticked(String name) {
    return "true".equals(sent.get(name));
  }

  Optional<String> chosen(String name) {
    return Optional.of(text(name)).filter(it -> !it.isEmpty());
  }

  /// The id that was chosen; what is no id is an id that nothing has.
  Optional<UUID> id(String name) {
    return chosen(name).map(Fields::uuid);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return new UUID(0, 0);
    }
  }

  /// A form without a readable key never came from one of our pages; it is given one, so that it
  /// fails where it should: at its version.
  UUID key() {
    try {
      return UUID.fromString(text("key"));
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID();
    }
  }

  int version() {
    var text = text("version");
    return text.matches(VERSION) ? Integer.parseInt(text) : 0;
  }

  Press press() {
    return Press.of(key(), version());
  }
}
