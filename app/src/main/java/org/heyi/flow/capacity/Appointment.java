package org.heyi.flow.capacity;

import java.util.Locale;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;

/// 预约: what is known of an appointment when something is to be done with it.
///
/// @param entitled the booker was entitled to reserved slots of this hospital
/// @param toTell the resident must be told of a stopped or substituted clinic
/// @param version counts its changes, from 1
record Appointment(
    AppointmentId id,
    ResidentId resident,
    Subject purpose,
    Status status,
    InstitutionId bookedBy,
    boolean entitled,
    boolean toTell,
    int version) {

  /// Where an appointment stands.
  enum Status {
    BOOKED,
    ARRIVED,
    NO_SHOW,
    CANCELLED,
    DISPLACED;

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Appointment now(Status next) {
    return new Appointment(id, resident, purpose, next, bookedBy, entitled, toTell, version);
  }

  /// The resident is expected, or has come.
  boolean isLive() {
    return switch (status) {
      case BOOKED, ARRIVED -> true;
      case NO_SHOW, CANCELLED, DISPLACED -> false;
    };
  }

  Subject subject() {
    return Subject.of("appointment", id);
  }
}
