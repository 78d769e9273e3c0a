package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.person.resident.FoundResidents;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.ResidentHit;

/// What the page of finding shows.
///
/// @param asked proves again what was typed, when a found person is registered here
/// @param registers the reader may register people
/// @param errors field → sentence of the exact form
public record FoundPage(
    String typed,
    FoundResidents found,
    Lookup asked,
    boolean registers,
    LocalDate today,
    Map<String, String> errors) {

  static FoundPage blank(boolean registers, LocalDate today) {
    return new FoundPage(
        "", only(Optional.empty()), new Lookup.ByNumber(""), registers, today, Map.of());
  }

  FoundPage with(Map<String, String> problems) {
    return new FoundPage(typed, found, asked, registers, today, problems);
  }

  static FoundResidents only(Optional<ResidentHit> hit) {
    var own = hit.filter(ResidentHit::own).stream().toList();
    return new FoundResidents(own, hit.filter(it -> !it.own()), false, false);
  }

  /// Whether anything was asked at all.
  public boolean asks() {
    return switch (asked) {
      case Lookup.ByNumber(var number) -> !number.isBlank();
      case Lookup.ByPerson _ -> true;
    };
  }

  /// The hidden fields that prove it again, name → value.
  public List<Choice> proof() {
    return switch (asked) {
      case Lookup.ByNumber(var number) -> List.of(new Choice("number", number));
      case Lookup.ByPerson(var name, var birthDate, var phone) ->
          List.of(
              new Choice("name", name),
              new Choice("birthDate", birthDate.toString()),
              new Choice("phone", phone));
    };
  }
}
