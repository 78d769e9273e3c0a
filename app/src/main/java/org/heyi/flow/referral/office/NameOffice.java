package org.heyi.flow.referral.office;

import java.util.Set;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;

/// 指定负责科室: what the institution's manager typed.
///
/// @param version the one that was seen; 0 where none was named
/// @param key of the form, so that pressing twice has one effect
public record NameOffice(
    InstitutionId institution,
    int version,
    String name,
    String phone,
    String hours,
    Set<AccountId> staff,
    UUID key) {

  public NameOffice {
    name = name.strip();
    phone = phone.strip();
    hours = hours.strip();
    staff = Set.copyOf(staff);
  }
}
