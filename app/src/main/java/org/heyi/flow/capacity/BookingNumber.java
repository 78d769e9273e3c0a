package org.heyi.flow.capacity;

import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;

/// 对接预约号: the number under which an institution's own system keeps a booking. It is what the
/// booking is for: the same number booked twice is one appointment.
///
/// @param institution whose system it is; its numbers are its own
/// @param system which of its numbers, a URI, or empty for a booking without a number
/// @param value the number itself
public record BookingNumber(InstitutionId institution, String system, String value) {

  /// The kind of purpose of such bookings.
  public static final String KIND = "booking";

  private static final String BETWEEN = "|";

  public BookingNumber {
    if (system.contains(BETWEEN) || value.isBlank()) {
      throw new IllegalArgumentException("not a booking number");
    }
  }

  /// For a system that sends none: a booking of its own each time.
  public static BookingNumber unnamed(InstitutionId institution) {
    return new BookingNumber(institution, "", UUID.randomUUID().toString());
  }

  /// Empty when the appointment is for something else, or has no number.
  public static Optional<BookingNumber> of(Subject purpose) {
    if (!purpose.kind().equals(KIND)) {
      return Optional.empty();
    }
    var parts = purpose.id().split("\\|", 3);
    return parts[1].isEmpty()
        ? Optional.empty()
        : Optional.of(new BookingNumber(InstitutionId.of(parts[0]), parts[1], parts[2]));
  }

  public Subject purpose() {
    return Subject.of(KIND, institution + BETWEEN + system + BETWEEN + value);
  }
}
