package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.person.resident.FoundResidents;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.ResidentDuty;
import org.heyi.person.resident.ResidentHit;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.shared.Staff;

/// What the page of finding shows.
///
/// @param asked proves again what was typed, when a found person is registered here
/// @param views the reader may see residents at all
/// @param registers the reader may register people
/// @param breaksGlass the reader may look in an emergency
/// @param errors field → sentence of the exact form
public record FoundPage(
    String typed,
    FoundResidents found,
    Lookup asked,
    boolean views,
    boolean registers,
    boolean breaksGlass,
    LocalDate today,
    Map<String, String> errors) {

  static FoundPage of(String typed, FoundResidents found, Lookup asked, Staff by, LocalDate today) {
    return new FoundPage(
        typed,
        found,
        asked,
        by.may(ResidentDuty.VIEW),
        by.may(ResidentDuty.REGISTER),
        by.may(AccessDuty.BREAK_GLASS),
        today,
        Map.of());
  }

  static FoundPage blank(Staff by, LocalDate today) {
    return of("", only(Optional.empty()), new Lookup.ByNumber(""), by, today);
  }

  FoundPage with(Map<String, String> problems) {
    return new FoundPage(typed, found, asked, views, registers, breaksGlass, today, problems);
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
