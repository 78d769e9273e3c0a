package org.heyi.person.resident;

import java.util.List;
import org.heyi.person.resident.identity.IdentifierSystem;

/// 显示全号: the numbers in full, shown once for a purpose that is kept.
public record RevealedResident(String phone, List<Number> numbers, List<Contact> contacts) {

  public RevealedResident {
    numbers = List.copyOf(numbers);
    contacts = List.copyOf(contacts);
  }

  /// A number in full.
  public record Number(IdentifierSystem system, String value) {}

  /// A contact person with the phone in full.
  public record Contact(String name, String phone) {}

  @Override
  public String toString() {
    return "RevealedResident";
  }
}
