/// # 号源 Capacity
///
/// Holds what can be booked: clinics, slots and appointments, never sold twice. Start reading at
/// [Slots], then [Appointments]. Referral books through it; it tells by [AppointmentEvent] when a
/// clinic is stopped.
@ApplicationModule(
    displayName = "号源 Capacity",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.policy",
      "platform.calendar",
      "platform.work",
      "platform.notice",
      "steering.directory",
      "steering.community",
      "person.resident"
    })
@NullMarked
package org.heyi.flow.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
