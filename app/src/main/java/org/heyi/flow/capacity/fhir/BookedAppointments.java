package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.flow.capacity.AppointmentChange;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.AppointmentQuery;
import org.heyi.flow.capacity.AppointmentRecord;
import org.heyi.flow.capacity.BookingNumber;
import org.heyi.flow.capacity.Bookings;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/// 预约 as Appointment. Creating it books; updating its status is a step, and updating its slot moves
/// it.
@Component
class BookedAppointments
    implements FhirSource.Creating<Appointment>, FhirSource.Updating<Appointment> {

  private final Bookings bookings;

  BookedAppointments(Bookings bookings) {
    this.bookings = bookings;
  }

  @Override
  public FhirOffer<Appointment> offer() {
    return FhirOffer.of(
            Appointment.class,
            FhirParam.reference("patient", "Patient"),
            FhirParam.date("date"),
            FhirParam.token("status"),
            FhirParam.token("identifier"))
        .including("slot", Appointment::getSlot)
        .including("patient", BookedAppointments::patient);
  }

  private static List<Reference> patient(Appointment it) {
    return it.getParticipant().stream()
        .map(Appointment.AppointmentParticipantComponent::getActor)
        .filter(Reference::hasReference)
        .toList();
  }

  @Override
  public Appointment read(String id, Staff by) {
    return AppointmentResource.of(bookings.find(FhirForms.id(id, AppointmentId::of), by));
  }

  @Override
  public FhirPage<Appointment> search(FhirQuery query, Staff by) {
    var date = query.span("date");
    var found =
        bookings.search(
            new AppointmentQuery(
                query.reference("patient", "Patient", ResidentId::of).orElse(null),
                query.token("identifier").map(it -> purpose(it, by)).orElse(null),
                date.from(),
                date.until(),
                query.token("status").map(it -> word(it.code())).orElse("")),
            query.page(),
            by);
    return new FhirPage<>(
        found.rows().stream().map(AppointmentResource::of).toList(), found.total());
  }

  /// Of the caller's own numbers.
  private static Subject purpose(FhirQuery.Token number, Staff by) {
    return FhirForms.value(
            "identifier",
            number.code(),
            it -> new BookingNumber(by.institution(), number.system(), it))
        .purpose();
  }

  private static String word(String code) {
    return AppointmentResource.STATUSES.entrySet().stream()
        .filter(it -> it.getValue().toCode().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> BAD_VALUE.with("status", code));
  }

  @Override
  public FhirMade create(Appointment body, Staff by) {
    var request = new BookingRequest(body);
    var booked = bookings.book(request.command(by), by);
    request.agrees(booked.appointment());
    var id = booked.appointment().id();
    return booked.made() ? FhirMade.created(id) : FhirMade.known(id);
  }

  @Override
  public void update(String id, int version, Appointment body, Staff by) {
    var appointment = FhirForms.id(id, AppointmentId::of);
    change(bookings.find(appointment, by), version, body).ifPresent(it -> bookings.change(it, by));
    new BookingRequest(body).agrees(bookings.find(appointment, by).appointment());
  }

  /// The step that makes the appointment what the sender wants it to be; empty when it is that.
  static Optional<AppointmentChange> change(AppointmentRecord now, int version, Appointment body) {
    var request = new BookingRequest(body);
    var id = now.appointment().id();
    request
        .patient()
        .filter(it -> !it.equals(now.appointment().resident()))
        .ifPresent(it -> {
          throw BAD_VALUE.with("Appointment.participant", "Patient/" + it);
        });
    return switch (body.getStatus()) {
      case ARRIVED, CHECKEDIN -> Optional.of(new AppointmentChange.Arrive(id, version));
      case NOSHOW -> Optional.of(new AppointmentChange.NoShow(id, version));
      case CANCELLED -> Optional.of(new AppointmentChange.Cancel(id, version, reason(body)));
      case BOOKED ->
          request
              .slot()
              .filter(it -> !now.appointment().slot().equals(it) || !isBooked(now))
              .map(it -> new AppointmentChange.Move(id, version, it));
      case null, default ->
          throw BAD_VALUE.with("Appointment.status", String.valueOf(body.getStatus()));
    };
  }

  private static boolean isBooked(AppointmentRecord now) {
    return AppointmentResource.STATUSES.get(now.appointment().status()) == AppointmentStatus.BOOKED;
  }

  private static String reason(Appointment body) {
    var reason = body.getCancelationReason();
    return reason.hasText()
        ? reason.getText().strip()
        : String.valueOf(
            reason.getCodingFirstRep().getDisplay() == null
                ? ""
                : reason.getCodingFirstRep().getDisplay());
  }
}
