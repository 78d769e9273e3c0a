package org.heyi.person.resident;

import java.time.LocalDate;
import org.heyi.person.resident.identity.Sex;
import org.jspecify.annotations.Nullable;

/// 基本信息: what a form says about a person, as typed; [Residents#check] says what is wrong with it.
///
/// @param sex null where the ID number tells it
/// @param birthDate null where the ID number tells it
/// @param birthEstimated nobody knows the day, e.g. of an unconscious stranger
/// @param residence word of the list `residence` in `resident/rules.yaml`
/// @param ownCode another spelling that colleagues search by, or empty
public record Particulars(
    String name,
    @Nullable Sex sex,
    @Nullable LocalDate birthDate,
    boolean birthEstimated,
    String phone,
    String address,
    String residence,
    String ownCode) {

  /// Nothing about a person belongs into a log line.
  @Override
  public String toString() {
    return "Particulars";
  }
}
