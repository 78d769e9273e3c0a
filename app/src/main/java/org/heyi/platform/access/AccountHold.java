package org.heyi.platform.access;

/// 账号归属: how far an account is an administrator's to act on.
///
/// What counts are the posts that are not over; of an account without any, the last one. Who had
/// somebody long ago may look, and no more: else one area could take over the people of another.
public enum AccountHold {
  /// Every post that counts lies within reach.
  WHOLE,
  /// Some do; the person works elsewhere as well.
  PART,
  /// None does.
  NONE
}
