package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.heyi.flow.capacity.DraftClinic;
import org.heyi.flow.capacity.PlanTemplate;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.Moments;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;

/// A Schedule as a hospital's system sends it, read as the clinic to draft: each contained Slot is
/// one place, and those of the same time are a segment.
final class PlannedSchedule {

  /// A Schedule has no place for extra numbers.
  private static final int NO_EXTRAS = 0;

  private record Time(LocalTime start, LocalTime end) {}

  private final Schedule body;
  private final List<Slot> slots;

  private PlannedSchedule(Schedule body) {
    this.body = body;
    this.slots =
        body.getContained().stream()
            .filter(Slot.class::isInstance)
            .map(Slot.class::cast)
            .sorted(Comparator.comparing(PlannedSchedule::start))
            .toList();
  }

  static DraftClinic of(Schedule body) {
    return new PlannedSchedule(body).clinic();
  }

  private DraftClinic clinic() {
    if (slots.isEmpty()) {
      throw VALUE_NEEDED.with("Schedule.contained");
    }
    return new DraftClinic(
        needed("Schedule.serviceType", body.getServiceType(), FhirForms.DEPARTMENT),
        actor("Practitioner"),
        day(start(slots.getFirst())),
        needed("Schedule.serviceCategory", body.getServiceCategory(), Codes.SESSION),
        slotClass(),
        actor("Location"),
        NO_EXTRAS,
        segments());
  }

  private String slotClass() {
    var classes =
        slots.stream()
            .map(it -> FhirForms.code(it.getAppointmentType(), Codes.SLOT_CLASS))
            .distinct()
            .toList();
    if (classes.size() != 1) {
      throw BAD_VALUE.with("Slot.appointmentType", String.join(", ", classes));
    }
    return classes.getFirst();
  }

  private List<PlanTemplate.Segment> segments() {
    var day = day(start(slots.getFirst()));
    var segments =
        new TreeMap<Time, PlanTemplate.Segment>(
            Comparator.comparing(Time::start).thenComparing(Time::end));
    for (var slot : slots) {
      if (!day(start(slot)).equals(day) || !day(end(slot)).equals(day)) {
        throw BAD_VALUE.with("Slot.start", slot.getStartElement().getValueAsString());
      }
      var time = new Time(time(start(slot)), time(end(slot)));
      int reserved = slot.getServiceCategory().stream().anyMatch(PlannedSchedule::reserved) ? 1 : 0;
      segments.merge(
          time,
          new PlanTemplate.Segment(time.start(), time.end(), 1, reserved),
          (a, b) ->
              new PlanTemplate.Segment(
                  a.start(), a.end(), a.places() + b.places(), a.reserved() + b.reserved()));
    }
    return List.copyOf(segments.values());
  }

  private static boolean reserved(CodeableConcept concept) {
    return FhirForms.code(concept, Codes.SLOT_POOL).equals("reserved");
  }

  private String actor(String type) {
    return body.getActor().stream()
        .filter(it -> type.equals(it.getType()) && it.hasDisplay())
        .map(it -> it.getDisplay().strip())
        .findFirst()
        .orElseThrow(() -> VALUE_NEEDED.with("Schedule.actor (" + type + ")"));
  }

  private static String needed(String where, List<CodeableConcept> concepts, String system) {
    return concepts.stream()
        .map(it -> FhirForms.code(it, system))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElseThrow(() -> VALUE_NEEDED.with(where + " (" + system + ")"));
  }

  private static Date start(Slot it) {
    if (!it.hasStart()) {
      throw VALUE_NEEDED.with("Slot.start");
    }
    return it.getStart();
  }

  private static Date end(Slot it) {
    if (!it.hasEnd()) {
      throw VALUE_NEEDED.with("Slot.end");
    }
    return it.getEnd();
  }

  private static LocalDate day(Date at) {
    return at.toInstant().atZone(Moments.CHINA).toLocalDate();
  }

  private static LocalTime time(Date at) {
    return at.toInstant().atZone(Moments.CHINA).toLocalTime();
  }
}
