package org.heyi.flow.referral.content;

import org.jspecify.annotations.Nullable;

/// 转诊申请: where to, how urgent, why, with whose consent.
///
/// @param consent the resident (or guardian) agreed to the referral and to passing on the data
///   (个人信息保护法 第二十九条: separate consent for sensitive data)
public record Request(
    @Nullable Destination to,
    @Nullable Urgency urgency,
    String reason,
    boolean consent,
    ContactPerson contact) {

  public static final Request EMPTY = new Request(null, null, "", false, ContactPerson.NOBODY);

  public Request {
    reason = reason.strip();
  }
}
