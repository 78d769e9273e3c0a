package org.heyi.steering.directory.siting.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.MoveSite;
import org.heyi.steering.directory.siting.SiteState;
import org.jspecify.annotations.Nullable;

/// A site's next step, as typed.
///
/// @param from as the form showed it
/// @param to what it becomes
public record MoveForm(
    @Nullable String from,
    @Nullable String to,
    @Nullable String on,
    @Nullable String takesOver,
    @Nullable String clinic,
    @Nullable String why) {

  static MoveForm empty() {
    return new MoveForm("", "", "", "", "", "");
  }

  /// What cannot be read at all.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    if (Typed.find(SiteState.values(), SiteState::code, to).isEmpty()) {
      errors.put("to", words.of("siting.choose-state"));
    }
    if (Typed.day(on) == null) {
      errors.put("on", words.of("siting.wrong-date"));
    }
    Typed.readable("clinic", clinic, errors, words);
    return errors;
  }

  MoveSite command(String code) {
    return new MoveSite(
        code,
        Typed.find(SiteState.values(), SiteState::code, from).orElse(SiteState.PLANNED),
        Typed.find(SiteState.values(), SiteState::code, to).orElseThrow(),
        Objects.requireNonNull(Typed.day(on)),
        Typed.code(takesOver),
        Typed.institution(clinic),
        Typed.text(why));
  }

  /// How the form calls what the rules call so.
  static String field(String ofRules) {
    return switch (ofRules) {
      case "state" -> "to";
      case "since" -> "on";
      case "successor" -> "takesOver";
      case "institution" -> "clinic";
      default -> "why";
    };
  }
}
