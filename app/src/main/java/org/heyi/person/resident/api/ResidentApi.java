package org.heyi.person.resident.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.person.resident.ResidentCard;
import org.heyi.person.resident.ResidentHit;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Residents as JSON. What is searched for is posted, so that it stands in no URL.
@RestController
@RequestMapping(path = "/api/resident", produces = MediaType.APPLICATION_JSON_VALUE)
class ResidentApi {

  private final Residents residents;

  ResidentApi(Residents residents) {
    this.residents = residents;
  }

  /// What to look for.
  record Query(String text) {}

  /// One found person; `sex` is a code of GB/T 2261.1.
  record Hit(String id, String name, String sex, LocalDate birthDate, String number, boolean own) {

    static Hit of(ResidentHit hit) {
      return new Hit(
          hit.id().toString(),
          hit.name(),
          hit.sex().code(),
          hit.birthDate(),
          hit.number(),
          hit.own());
    }
  }

  @PostMapping(path = "/find", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Refusals(forbidden = "resident.not-yours-to-do")
  List<Hit> find(@RequestBody Query query, Staff staff) {
    var found = residents.find(query.text(), staff);
    return Stream.concat(found.own().stream(), found.elsewhere().stream()).map(Hit::of).toList();
  }

  /// One person's card.
  record Card(
      String id, String name, String sex, LocalDate birthDate, String idNumber, String phone) {

    static Card of(ResidentCard card) {
      return new Card(
          card.id().toString(),
          card.name(),
          card.sex(),
          card.birthDate(),
          card.idNumber(),
          card.phone());
    }
  }

  @GetMapping("/{id}")
  @Refusals(unknown = "resident.not-found")
  Card show(@PathVariable ResidentId id, Staff staff) {
    return Card.of(residents.card(id, staff));
  }
}
