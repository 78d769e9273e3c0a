package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.Bookings;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.Residents;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/// 预约: `Appointment/$book` (ITI-117) books a proposed or held time; of an appointment that stands
/// it makes what the sender wants it to be: at another slot, cancelled.
@Component
class BookAppointment implements FhirOperation {

  private final Bookings bookings;
  private final Residents residents;
  private final FoundAppointments found;

  BookAppointment(Bookings bookings, Residents residents, FoundAppointments found) {
    this.bookings = bookings;
    this.residents = residents;
    this.found = found;
  }

  @Override
  public Offer offer() {
    return new Offer(Appointment.class, "book", true);
  }

  @Override
  public Resource run(Parameters in, Staff by) {
    var request = AskedAppointment.of("$book", in, "patient-resource", "patient-reference");
    var id = standing(request).map(it -> change(it, request.body(), by));
    var booked = id.orElseGet(() -> book(request, new OperationInput("$book", in), by));
    return found.of(List.of(AppointmentResource.of(bookings.find(booked, by))));
  }

  /// The id of an appointment that stands already.
  private static Optional<AppointmentId> standing(BookingRequest request) {
    var id = request.body().getIdElement().getIdPart();
    return id == null || AppointmentResource.isProposed(id)
        ? Optional.empty()
        : Optional.of(FhirForms.id(id, AppointmentId::of));
  }

  private AppointmentId change(AppointmentId id, Appointment body, Staff by) {
    var now = bookings.find(id, by);
    if (body.hasStatus()) {
      var seen = body.getMeta().getVersionId();
      int version =
          seen == null ? now.version() : FhirForms.value("meta.versionId", seen, Integer::valueOf);
      BookedAppointments.change(now, version, body).ifPresent(it -> bookings.change(it, by));
      new BookingRequest(body).agrees(bookings.find(id, by).appointment());
    }
    return id;
  }

  private AppointmentId book(BookingRequest request, OperationInput input, Staff by) {
    var resident = input.resource(Patient.class, "patient-resource").map(it -> resident(it, by));
    if (resident.isEmpty() && input.has("patient-reference")) {
      resident =
          Optional.of(
              FhirForms.value("patient-reference", input.id("patient-reference"), ResidentId::of));
    }
    var command = resident.map(it -> request.command(it, by)).orElseGet(() -> request.command(by));
    var booked = bookings.book(command, by).appointment();
    request.agrees(booked);
    return booked.id();
  }

  /// A resident known here by id; else whoever has exactly one of the numbers, as at a desk.
  private ResidentId resident(Patient it, Staff by) {
    if (it.hasId()) {
      return FhirForms.value("Patient.id", it.getIdElement().getIdPart(), ResidentId::of);
    }
    var number =
        it.getIdentifier().stream()
            .map(Identifier::getValue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> BAD_VALUE.with("patient-resource", ""));
    return residents.registerHere(new Lookup.ByNumber(number), by);
  }
}
