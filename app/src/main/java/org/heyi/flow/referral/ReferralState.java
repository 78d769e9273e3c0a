package org.heyi.flow.referral;

import java.util.Locale;

/// 转诊状态: where a referral stands; each is a type of its own in [Referral].
public enum ReferralState {
  /// 草稿: owned by its author's institution; nobody else sees it.
  DRAFT,
  /// 待审核: owned by the hospital's referral office, or the physician it was forwarded to.
  SENT,
  /// 已退回: owned by the sender again, with the hospital's advice.
  RETURNED,
  /// 已接收: owned by the hospital's desk, or by the sender while it has no time.
  ACCEPTED,
  /// 已到诊: owned by the department.
  ARRIVED,
  /// 诊治中: owned by the treating physician.
  IN_CARE,
  /// 已反馈: owned by the sender, who reads it and goes on.
  FED_BACK,
  /// 已完结.
  CLOSED,
  /// 已拒收: with a reason.
  REFUSED,
  /// 已撤回: by the sender.
  WITHDRAWN,
  /// 已失效: a time ran out.
  EXPIRED;

  /// Word of the state: `IN_CARE` → `in-care`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean ended() {
    return switch (this) {
      case CLOSED, REFUSED, WITHDRAWN, EXPIRED -> true;
      case DRAFT, SENT, RETURNED, ACCEPTED, ARRIVED, IN_CARE, FED_BACK -> false;
    };
  }
}
