package org.heyi.person.resident;

import java.util.List;
import java.util.Optional;

/// 查找结果页: those within the reader's catchment, and at most one elsewhere for a full number.
///
/// @param more there are more than the list shows: type more
/// @param tooShort what was typed is too short to search for
public record FoundResidents(
    List<ResidentHit> own, Optional<ResidentHit> elsewhere, boolean more, boolean tooShort) {

  public FoundResidents {
    own = List.copyOf(own);
  }

  static FoundResidents none(boolean tooShort) {
    return new FoundResidents(List.of(), Optional.empty(), false, tooShort);
  }

  public boolean isEmpty() {
    return own.isEmpty() && elsewhere.isEmpty();
  }
}
