package org.heyi.person.resident;

import java.util.List;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 登记居民.
///
/// @param number as typed; empty with a reason
/// @param noNumberReason word of the list `no-number-reasons` in `resident/rules.yaml`, or empty
/// @param firstContact the institution that cares for them first, or null
/// @param synthetic made up for a demonstration or a test; true also follows from the number
public record RegisterResident(
    Particulars person,
    IdentifierSystem system,
    String number,
    String noNumberReason,
    @Nullable InstitutionId firstContact,
    List<Contact> contacts,
    Consent consent,
    boolean synthetic) {

  public RegisterResident {
    contacts = List.copyOf(contacts);
  }

  /// 联系人.
  ///
  /// @param relation one-digit code of GB/T 4761
  public record Contact(String name, String relation, String phone) {

    @Override
    public String toString() {
      return "Contact";
    }
  }

  /// 知情同意 to care and to sharing within the medical community.
  ///
  /// @param guardian name of the guardian, else empty
  public record Consent(@Nullable Giver giver, String guardian) {

    @Override
    public String toString() {
      return "Consent";
    }
  }

  /// Who agreed. NOT_POSSIBLE: an emergency left no time (个人信息保护法 第十三条第四项).
  public enum Giver {
    SELF,
    GUARDIAN,
    NOT_POSSIBLE
  }
}
