package org.heyi.flow.referral.content;

/// 联系人: who is called when the resident cannot be reached.
///
/// @param relation as said, e.g. 儿子
public record ContactPerson(String name, String relation, String phone) {

  public static final ContactPerson NOBODY = new ContactPerson("", "", "");

  public ContactPerson {
    name = name.strip();
    relation = relation.strip();
    phone = phone.strip();
  }

  public boolean complete() {
    return !name.isEmpty() && !phone.isEmpty();
  }
}
