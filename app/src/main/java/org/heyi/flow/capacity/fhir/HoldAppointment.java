package org.heyi.flow.capacity.fhir;

import java.util.List;
import org.heyi.flow.capacity.Bookings;
import org.heyi.flow.capacity.Slots;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/// 占号: `Appointment/$hold` (ITI-116) keeps a time for the caller and says until when. An account
/// holds one; a second gives back the first.
@Component
class HoldAppointment implements FhirOperation {

  private final Bookings bookings;
  private final Slots slots;
  private final FoundAppointments found;

  HoldAppointment(Bookings bookings, Slots slots, FoundAppointments found) {
    this.bookings = bookings;
    this.slots = slots;
    this.found = found;
  }

  @Override
  public Offer offer() {
    return new Offer(Appointment.class, "hold", true);
  }

  @Override
  public Resource run(Parameters in, Staff by) {
    var request = AskedAppointment.of("$hold", in);
    var held =
        bookings.hold(
            request.slot().orElseThrow(() -> OperationInput.needed("appointment-reference")),
            request.purpose(by),
            by);
    var answer =
        found.of(List.of(AppointmentResource.held(slots.view(held.slot(), by), held.until())));
    var until = FhirForms.instant(held.until()).getValueAsString();
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics(until);
    answer
        .addEntry()
        .setFullUrl("urn:uuid:" + held.slot())
        .setResource(outcome)
        .getSearch()
        .setMode(SearchEntryMode.OUTCOME);
    return answer;
  }
}
