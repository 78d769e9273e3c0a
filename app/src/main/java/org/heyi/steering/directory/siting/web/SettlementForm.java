package org.heyi.steering.directory.siting.web;

import static org.heyi.steering.directory.siting.web.Typed.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.EnterSettlement;
import org.heyi.steering.directory.siting.ServedBy;
import org.heyi.steering.directory.siting.Settlement;
import org.jspecify.annotations.Nullable;

/// A settlement, as typed.
///
/// @param population digits, or empty
public record SettlementForm(
    @Nullable String code,
    @Nullable String name,
    @Nullable String town,
    @Nullable String kind,
    @Nullable String population,
    @Nullable String centre,
    @Nullable String served,
    @Nullable String site) {

  static SettlementForm empty() {
    return new SettlementForm(
        "",
        "",
        "",
        Settlement.Kind.ADMINISTRATIVE_VILLAGE.code(),
        "",
        "",
        ServedBy.NOBODY.code(),
        "");
  }

  static SettlementForm of(Settlement it) {
    var centre = it.centre();
    return new SettlementForm(
        it.code(),
        it.name(),
        it.town(),
        it.kind().code(),
        it.population() == null ? "" : String.valueOf(it.population()),
        centre == null ? "" : centre.value(),
        it.servedBy().code(),
        Objects.requireNonNullElse(it.site(), ""));
  }

  /// What cannot be read at all.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    if (!text(population).matches("\\d{0,9}")) {
      errors.put("population", words.of("siting.wrong-population"));
    }
    Typed.readable("centre", centre, errors, words);
    return errors;
  }

  EnterSettlement command(String code) {
    var people = text(population);
    return new EnterSettlement(
        code,
        text(name),
        text(town),
        Typed.find(Settlement.Kind.values(), Settlement.Kind::code, kind)
            .orElse(Settlement.Kind.ADMINISTRATIVE_VILLAGE),
        people.isEmpty() ? null : Integer.valueOf(people),
        Typed.institution(centre),
        Typed.find(ServedBy.values(), ServedBy::code, served).orElse(ServedBy.NOBODY),
        Typed.code(site));
  }
}
