package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.PARAMETER_NEEDED;

import java.util.List;
import java.util.Map;
import org.heyi.flow.capacity.ClinicId;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.SlotQuery;
import org.heyi.flow.capacity.SlotRecord;
import org.heyi.flow.capacity.Slots;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.springframework.stereotype.Component;

/// 号 as Slot: its time and whether it is free, never who booked it.
@Component
class BookableSlots implements FhirSource<Slot> {

  private static final Map<String, Slot.SlotStatus> STATUSES =
      Map.of(
          "free", Slot.SlotStatus.FREE,
          "held", Slot.SlotStatus.BUSYTENTATIVE,
          "booked", Slot.SlotStatus.BUSY,
          "closed", Slot.SlotStatus.BUSYUNAVAILABLE);

  private final Slots slots;

  BookableSlots(Slots slots) {
    this.slots = slots;
  }

  @Override
  public FhirOffer<Slot> offer() {
    return FhirOffer.of(
            Slot.class,
            FhirParam.reference("schedule", "Schedule"),
            FhirParam.reference("organization", "Organization"),
            FhirParam.date("start"),
            FhirParam.token("status"),
            FhirParam.token("service-type"))
        .including("schedule", it -> List.of(it.getSchedule()));
  }

  @Override
  public Slot read(String id, Staff by) {
    return resource(slots.view(FhirForms.id(id, SlotId::of), by));
  }

  @Override
  public FhirPage<Slot> search(FhirQuery query, Staff by) {
    var clinic = query.reference("schedule", "Schedule", ClinicId::of);
    var hospital = query.reference("organization", "Organization", InstitutionId::of);
    if (clinic.isEmpty() && hospital.isEmpty()) {
      throw PARAMETER_NEEDED.with("Slot", "schedule / organization");
    }
    var start = query.span("start");
    var found =
        slots.search(
            new SlotQuery(
                hospital.orElse(null),
                clinic.orElse(null),
                query.token("service-type").map(FhirQuery.Token::code).orElse(""),
                start.from(),
                start.until(),
                query.token("status").map(it -> word(it.code())).orElse("")),
            query.page(),
            by);
    return new FhirPage<>(
        found.rows().stream().map(BookableSlots::resource).toList(), found.total());
  }

  private static String word(String code) {
    return STATUSES.entrySet().stream()
        .filter(it -> it.getValue().toCode().equals(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> BAD_VALUE.with("status", code));
  }

  private static Slot resource(SlotRecord it) {
    var resource = new Slot();
    resource.setId(it.id().toString());
    var department = Codes.department(it.department(), it.departmentName());
    resource
        .addServiceCategory(Codes.pool(it.reserved()))
        .addServiceType(department)
        .addSpecialty(department.copy())
        .setAppointmentType(FhirForms.concept(Codes.SLOT_CLASS, it.slotClass()))
        .setSchedule(new Reference("Schedule/" + it.clinic()))
        .setStatus(STATUSES.get(it.status()));
    resource.setStartElement(FhirForms.instant(it.start()));
    resource.setEndElement(FhirForms.instant(it.end()));
    return resource;
  }
}
