package org.heyi.platform.shared;

/// 对象: the thing an audit entry, work item or relationship is about.
///
/// @param kind the singular noun of its room, e.g. `referral`
/// @param id its id as text
public record Subject(String kind, String id) {

  public static Subject of(String kind, Object id) {
    return new Subject(kind, id.toString());
  }
}
