package org.heyi.flow.referral.content;

import java.util.regex.Pattern;

/// 联系人: who is called when the resident cannot be reached.
///
/// @param relation as said, e.g. 儿子
public record ContactPerson(String name, String relation, String phone) {

  private static final Pattern PHONE = Pattern.compile("[0-9+ -]{5,20}");

  public static final ContactPerson NOBODY = new ContactPerson("", "", "");

  public ContactPerson {
    name = name.strip();
    relation = relation.strip();
    phone = phone.strip();
  }

  /// Whether the number can be dialled; one that is not known is no mistake.
  public boolean dialable() {
    return phone.isEmpty() || PHONE.matcher(phone).matches();
  }

  public boolean complete() {
    return !name.isEmpty() && !phone.isEmpty();
  }
}
