package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.Subject;
import org.jmolecules.event.types.DomainEvent;

/// What happened to an appointment, after the commit.
public sealed interface AppointmentEvent extends DomainEvent {

  AppointmentId appointment();

  Instant at();

  /// 停诊: the clinic was stopped; the booked resident must be told and rebooked.
  record Displaced(AppointmentId appointment, Subject purpose, Instant at)
      implements AppointmentEvent {}

  /// 替诊: another doctor sees the resident at the same time.
  record Substituted(AppointmentId appointment, Subject purpose, String practitioner, Instant at)
      implements AppointmentEvent {}

  record NoShow(AppointmentId appointment, Subject purpose, Instant at)
      implements AppointmentEvent {}
}
