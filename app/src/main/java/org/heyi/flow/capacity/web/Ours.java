package org.heyi.flow.capacity.web;

import java.util.Optional;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.Appointments;
import org.heyi.platform.shared.Staff;

/// Steps on an appointment that belongs to another room's thing are taken there.
final class Ours {

  /// The redirect to the owner's page, for whoever may open it; empty when the step may be taken
  /// here.
  static Optional<String> path(Appointments appointments, AppointmentId id, Staff staff) {
    var detail = appointments.view(id, staff);
    if (!detail.elsewhere()) {
      return Optional.empty();
    }
    var path = detail.purposePath();
    return Optional.of("redirect:" + (path.isEmpty() ? "/appointments/" + id : path));
  }

  private Ours() {}
}
