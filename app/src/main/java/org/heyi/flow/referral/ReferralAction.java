package org.heyi.flow.referral;

import java.util.Locale;

/// 转诊动作: what can be done with a referral, by people or (the last ones) by the clock and the
/// hospital's schedule.
public enum ReferralAction {
  /// 新建.
  START,
  /// 修改.
  EDIT,
  /// 发送, with the slot.
  SEND,
  /// 改约: another slot; also when the old one was lost.
  MOVE,
  /// 撤回; of a draft: give it up.
  WITHDRAW,
  /// 认领.
  CLAIM,
  /// 释放.
  RELEASE,
  /// 接收.
  ACCEPT,
  /// 退回, with advice.
  RETURN,
  /// 拒收, with a reason.
  REFUSE,
  /// 改转: to another department of the hospital or to another hospital, with a new slot.
  REDIRECT,
  /// 转科室医师 for an opinion.
  FORWARD,
  /// 收回 from the physician.
  RECALL,
  /// 提出意见 and hand back to the office.
  ADVISE,
  /// 到诊.
  ARRIVE,
  /// 爽约.
  NO_SHOW,
  /// 接诊.
  TAKE_IN,
  /// 反馈.
  FEED_BACK,
  /// 完结.
  CLOSE,
  /// 交接: somebody who had it has left; only those who manage accounts, and the clock.
  HAND_OVER,
  /// 到期失效: only the clock.
  EXPIRE,
  /// 释放号源 of a returned referral: only the clock.
  FREE_SLOT,
  /// 停诊: only the hospital's schedule.
  DISPLACE,
  /// 预约被取消 at the hospital's schedule: only the schedule.
  UNBOOK;

  /// `NO_SHOW` → `no-show`; word key `referral.action.no-show`, route `/referrals/{id}/no-show`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As the audit log names it.
  String auditCode() {
    return "referral." + code();
  }
}
