package org.heyi.flow.capacity.fhir;

import org.heyi.flow.capacity.BookingNumber;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.Slots;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/// 查号: `Appointment/$find` (ITI-115) proposes the times of a hospital that the caller may book now.
@Component
class FindAppointments implements FhirOperation {

  private static final int USUAL = 20;

  private final Slots slots;
  private final FoundAppointments found;

  FindAppointments(Slots slots, FoundAppointments found) {
    this.slots = slots;
    this.found = found;
  }

  @Override
  public Offer offer() {
    return new Offer(Appointment.class, "find", false);
  }

  @Override
  public Resource run(Parameters in, Staff by) {
    var input =
        new OperationInput("$find", in)
            .only(
                "start",
                "end",
                "organization",
                "specialty",
                "service-type",
                "practitioner",
                "based-on",
                "_count");
    var query =
        new FreeSlotQuery(
            FhirForms.value("organization", input.id("organization"), InstitutionId::of),
            input.text("service-type", "specialty"),
            input.text("practitioner"),
            input.moment("start"),
            input.moment("end"),
            count(input.text("_count")),
            input.has("based-on") ? AppointmentResource.REFERRAL : BookingNumber.KIND);
    return found.of(slots.free(query, by).stream().map(AppointmentResource::proposed).toList());
  }

  private static int count(String typed) {
    try {
      return typed.isEmpty() ? USUAL : Integer.parseInt(typed);
    } catch (NumberFormatException none) {
      throw FhirProblem.BAD_VALUE.with("_count", typed);
    }
  }
}
