package org.heyi.flow.capacity.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Parameters;

/// The appointment an operation is about: sent whole, or by reference.
final class AskedAppointment {

  static final String[] RESOURCE = {"appointment-resource", "appt-resource"};
  static final String[] REFERENCE = {"appointment-reference", "appt-reference"};

  /// @param more names of parameters that the operation has besides
  static BookingRequest of(String operation, Parameters in, String... more) {
    var input =
        new OperationInput(operation, in)
            .only(Stream.of(RESOURCE, REFERENCE, more).flatMap(Stream::of).toArray(String[]::new));
    return new BookingRequest(
        input
            .resource(Appointment.class, RESOURCE)
            .orElseGet(() -> {
              var named = new Appointment();
              named.setId(input.id(REFERENCE));
              return named;
            }));
  }

  private AskedAppointment() {}
}
