package org.heyi.flow.capacity;

import org.heyi.platform.shared.Duty;

/// 号源职责: what a post may do with capacity.
public enum CapacityDuty implements Duty {
  /// 排班: templates, publishing, stopping and substituting clinics of one's hospital.
  PLAN,
  /// 预约: booking slots for residents.
  BOOK,
  /// 加号: extra numbers in one's own clinics.
  ADD,
  /// 报到: marking arrival and no-show at the hospital's desk.
  ARRIVE,
  /// 家庭医生: booking as a family doctor, which plans entitle to reserved slots (APT-06).
  FAMILY_DOCTOR
}
