package org.heyi.steering.directory;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 登记执业人员.
///
/// @param department code of one of the institution's departments, or null
public record EnlistPractitioner(
    InstitutionId institution,
    @Nullable String department,
    String name,
    PractitionerTitle title,
    LocalDate since) {

  private static final int LONGEST_NAME = 50;

  public EnlistPractitioner {
    name = name.strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to 50 characters");
    }
  }
}
