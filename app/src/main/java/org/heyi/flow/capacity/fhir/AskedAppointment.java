package org.heyi.flow.capacity.fhir;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Parameters;

/// The appointment an operation is about: sent whole, or by reference.
final class AskedAppointment {

  static final String[] RESOURCE = {"appointment-resource", "appt-resource"};
  static final String[] REFERENCE = {"appointment-reference", "appt-reference"};

  static BookingRequest of(String operation, Parameters in) {
    var input =
        new OperationInput(operation, in)
            .only(
                RESOURCE[0],
                RESOURCE[1],
                REFERENCE[0],
                REFERENCE[1],
                "patient-resource",
                "patient-reference",
                "comment");
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
