package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirForms.instant;

import java.time.Instant;
import java.util.Map;
import org.heyi.flow.capacity.AppointmentRecord;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.capacity.BookingNumber;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.SlotRecord;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.InstitutionId;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;

/// An appointment, or what could become one, as Appointment.
///
/// One whose clinic was stopped is on the waiting list: it is to be booked again by moving it.
final class AppointmentResource {

  static final String TYPE = "Appointment";

  /// Word of an appointment's state → what FHIR calls it.
  static final Map<String, AppointmentStatus> STATUSES =
      Map.of(
          "booked", AppointmentStatus.BOOKED,
          "arrived", AppointmentStatus.ARRIVED,
          "no_show", AppointmentStatus.NOSHOW,
          "cancelled", AppointmentStatus.CANCELLED,
          "displaced", AppointmentStatus.WAITLIST);

  static final String REFERRAL = "referral";
  private static final String PROPOSED = "slot-";

  static Appointment of(AppointmentRecord it) {
    var view = it.appointment();
    var resource = new Appointment();
    resource.setId(view.id().toString());
    resource.getMeta().setVersionId(String.valueOf(it.version()));
    resource.getMeta().setLastUpdatedElement(FhirForms.written(it.changed()));
    resource.setStatus(STATUSES.get(view.status()));
    resource.setCreatedElement(FhirForms.at(it.booked()));
    BookingNumber.of(it.purpose())
        .ifPresent(
            number -> resource.addIdentifier().setSystem(number.system()).setValue(number.value()));
    if (it.purpose().kind().equals(REFERRAL)) {
      resource.addBasedOn(new Reference("ServiceRequest/" + it.purpose().id()));
    }
    reason(resource, it.reason());
    when(resource, view.slot(), view.start(), view.end());
    what(resource, view.department(), view.departmentName(), view.slotClass(), view.reserved());
    resource.addExtension().setUrl(Codes.VISIT_NUMBER).setValue(new PositiveIntType(view.number()));
    resource
        .addParticipant()
        .setActor(new Reference("Patient/" + view.resident()))
        .setStatus(patientIs(view));
    who(resource, view.practitioner(), view.hospital(), view.place(), ParticipationStatus.ACCEPTED);
    return resource;
  }

  private static ParticipationStatus patientIs(AppointmentView it) {
    return switch (it.status()) {
      case "cancelled" -> ParticipationStatus.DECLINED;
      case "displaced" -> ParticipationStatus.NEEDSACTION;
      default -> ParticipationStatus.ACCEPTED;
    };
  }

  private static void reason(Appointment resource, String reason) {
    if (reason.isEmpty()) {
      return;
    }
    if (resource.getStatus() == AppointmentStatus.CANCELLED) {
      resource.setCancelationReason(new CodeableConcept().setText(reason));
    } else {
      resource.setComment(reason);
    }
  }

  /// What could be booked. Its id names the slot, until it is booked.
  static Appointment proposed(FreeSlot it) {
    var resource = new Appointment();
    resource.setId(PROPOSED + it.slot());
    resource.setStatus(AppointmentStatus.PROPOSED);
    when(resource, it.slot(), it.start(), it.end());
    what(resource, it.department(), it.departmentName(), it.slotClass(), it.reserved());
    who(
        resource,
        it.practitioner(),
        it.hospital(),
        it.departmentName(),
        ParticipationStatus.NEEDSACTION);
    return resource;
  }

  /// What is kept for the caller.
  static Appointment held(SlotRecord it, Instant until) {
    var resource = new Appointment();
    resource.setId(PROPOSED + it.id());
    resource.setStatus(AppointmentStatus.PENDING);
    resource.addExtension().setUrl(Codes.HELD_UNTIL).setValue(instant(until));
    when(resource, it.id(), it.start(), it.end());
    what(resource, it.department(), it.departmentName(), it.slotClass(), it.reserved());
    who(
        resource,
        it.practitioner(),
        it.hospital(),
        it.departmentName(),
        ParticipationStatus.TENTATIVE);
    return resource;
  }

  static boolean isProposed(String id) {
    return id.startsWith(PROPOSED);
  }

  static SlotId slot(String proposed) {
    return FhirForms.id(proposed.substring(PROPOSED.length()), SlotId::of);
  }

  private static void when(Appointment resource, SlotId slot, Instant start, Instant end) {
    resource.setStartElement(instant(start));
    resource.setEndElement(instant(end));
    resource.addSlot(new Reference("Slot/" + slot));
  }

  private static void what(
      Appointment resource, String department, String name, String slotClass, boolean reserved) {
    var concept = Codes.department(department, name);
    resource
        .addServiceCategory(Codes.pool(reserved))
        .addServiceType(concept)
        .addSpecialty(concept.copy())
        .setAppointmentType(FhirForms.concept(Codes.SLOT_CLASS, slotClass));
  }

  private static void who(
      Appointment resource,
      String practitioner,
      InstitutionId hospital,
      String place,
      ParticipationStatus status) {
    resource.addParticipant().setActor(Codes.named("Practitioner", practitioner)).setStatus(status);
    resource.addParticipant().setActor(Codes.place(hospital, place)).setStatus(status);
  }

  private AppointmentResource() {}
}
