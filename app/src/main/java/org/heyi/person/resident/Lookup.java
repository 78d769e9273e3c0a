package org.heyi.person.resident;

import java.time.LocalDate;

/// 精确查找: what one must know of a person outside one's catchment to find them.
public sealed interface Lookup {

  /// The full number of a paper or card.
  record ByNumber(String number) implements Lookup {

    @Override
    public String toString() {
      return "ByNumber";
    }
  }

  record ByPerson(String name, LocalDate birthDate, String phone) implements Lookup {

    @Override
    public String toString() {
      return "ByPerson";
    }
  }
}
