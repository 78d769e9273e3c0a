package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.util.Optional;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.capacity.BookSlot;
import org.heyi.flow.capacity.BookingNumber;
import org.heyi.flow.capacity.SlotId;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;

/// An Appointment as another system sends it: which slot, for whom, and what for.
///
/// What for is the referral of `basedOn`, or else the sender's own number in `identifier`, under
/// which a booking that comes twice is one.
record BookingRequest(Appointment body) {

  private static final int LONGEST_NUMBER = 200;

  BookSlot command(ResidentId resident, Staff by) {
    return new BookSlot(
        slot().orElseThrow(() -> VALUE_NEEDED.with("Appointment.slot")), resident, purpose(by));
  }

  BookSlot command(Staff by) {
    return command(
        patient().orElseThrow(() -> VALUE_NEEDED.with("Appointment.participant (Patient)")), by);
  }

  /// That of the first slot, or the one its id proposes.
  Optional<SlotId> slot() {
    if (body.hasSlot()) {
      return Optional.of(
          FhirForms.named("Appointment.slot", body.getSlotFirstRep(), "Slot", SlotId::of));
    }
    return body.hasId() && AppointmentResource.isProposed(body.getIdElement().getIdPart())
        ? Optional.of(AppointmentResource.slot(body.getIdElement().getIdPart()))
        : Optional.empty();
  }

  Optional<ResidentId> patient() {
    return body.getParticipant().stream()
        .filter(it -> it.getActor().hasReference())
        .map(it -> new IdType(it.getActor().getReference()))
        .filter(it -> "Patient".equals(it.getResourceType()))
        .map(it -> FhirForms.value("Appointment.participant", it.getIdPart(), ResidentId::of))
        .findFirst();
  }

  /// The times that were sent are those of the slot: what is booked is what was meant.
  void agrees(AppointmentView booked) {
    if (body.hasStart() && !body.getStart().toInstant().equals(booked.start())) {
      throw BAD_VALUE.with("Appointment.start", body.getStartElement().getValueAsString());
    }
    if (body.hasEnd() && !body.getEnd().toInstant().equals(booked.end())) {
      throw BAD_VALUE.with("Appointment.end", body.getEndElement().getValueAsString());
    }
  }

  Subject purpose(Staff by) {
    if (body.hasBasedOn()) {
      return FhirForms.named(
          "Appointment.basedOn",
          body.getBasedOnFirstRep(),
          "ServiceRequest",
          it -> Subject.of(AppointmentResource.REFERRAL, it));
    }
    return number(by).purpose();
  }

  private BookingNumber number(Staff by) {
    var given = body.getIdentifierFirstRep();
    if (!given.hasSystem() && !given.hasValue()) {
      return BookingNumber.unnamed(by.institution());
    }
    if (!given.hasSystem() || !given.hasValue() || given.getValue().length() > LONGEST_NUMBER) {
      throw BAD_VALUE.with("Appointment.identifier", String.valueOf(given.getSystem()));
    }
    return FhirForms.value(
        "Appointment.identifier",
        given.getValue(),
        it -> new BookingNumber(by.institution(), given.getSystem(), it));
  }
}
