package org.heyi.person.resident.roll;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.platform.shared.ResidentId;

/// 在册居民: what is kept of a person whom a row means.
///
/// @param paperless registered without a paper, and none was added since
/// @param groups population groups that are recorded
/// @param firstContact institution, or empty
record OnFile(
    ResidentId id,
    int version,
    Particulars person,
    boolean paperless,
    Set<Identifier> numbers,
    List<Contact> contacts,
    Set<String> groups,
    String firstContact) {

  record Contact(String name, String relation, String phone) {}

  OnFile {
    numbers = Set.copyOf(numbers);
    contacts = List.copyOf(contacts);
    groups = Set.copyOf(groups);
  }

  boolean isCalled(String name) {
    return PersonName.keyOf(person.name()).equals(PersonName.keyOf(name));
  }

  Optional<IdCard> card() {
    return numbers.stream().flatMap(it -> it.card().stream()).findFirst();
  }

  @Override
  public String toString() {
    return "OnFile " + id;
  }
}
