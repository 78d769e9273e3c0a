package org.heyi.person.resident;

import java.time.LocalDate;
import org.heyi.person.resident.identity.Age;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;

/// 查找结果: one found person, numbers masked.
///
/// @param own within the reader's catchment and relationships; else the name is masked too
public record ResidentHit(
    ResidentId id,
    String name,
    Sex sex,
    LocalDate birthDate,
    String number,
    String phone,
    boolean own,
    boolean synthetic) {

  public Age age(LocalDate today) {
    return Age.of(birthDate, today);
  }
}
