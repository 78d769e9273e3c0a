package org.heyi.person.resident;

import java.util.Map;

/// A person as the columns of `resident.resident` that a form can change.
final class PersonColumns {

  static Map<String, Object> of(Person person) {
    return Map.ofEntries(
        Map.entry("name", person.name().value()),
        Map.entry("key", person.name().key()),
        Map.entry("pinyin", String.join(" ", person.spellings())),
        Map.entry("code", person.ownCode()),
        Map.entry("sex", person.sex().code()),
        Map.entry("born", person.birthDate()),
        Map.entry("estimated", person.birthEstimated()),
        Map.entry("phone", person.phone()),
        Map.entry("phoneMasked", ResidentStore.masked(person.phone())),
        Map.entry("address", person.address()),
        Map.entry("residence", person.residence()));
  }

  private PersonColumns() {}
}
