package org.heyi.flow.capacity;

/// 预约变更: one step of an appointment, with the version its writer saw.
public sealed interface AppointmentChange {

  AppointmentId appointment();

  int version();

  /// 报到.
  record Arrive(AppointmentId appointment, int version) implements AppointmentChange {}

  /// 爽约.
  record NoShow(AppointmentId appointment, int version) implements AppointmentChange {}

  /// 取消.
  record Cancel(AppointmentId appointment, int version, String reason)
      implements AppointmentChange {}

  /// 改约: to another slot of its hospital and department.
  record Move(AppointmentId appointment, int version, SlotId to) implements AppointmentChange {}
}
