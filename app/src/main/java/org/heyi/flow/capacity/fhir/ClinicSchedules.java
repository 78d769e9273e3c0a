package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirForms.concept;

import org.heyi.flow.capacity.ClinicId;
import org.heyi.flow.capacity.ClinicQuery;
import org.heyi.flow.capacity.ClinicRecord;
import org.heyi.flow.capacity.Drafts;
import org.heyi.flow.capacity.Schedules;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Schedule;
import org.springframework.stereotype.Component;

/// 出诊单元 as Schedule. A hospital's own system drafts clinics by creating them, with their places as
/// contained Slots, and publishes them by `$publish`.
@Component
class ClinicSchedules implements FhirSource.Creating<Schedule> {

  private final Schedules schedules;
  private final Drafts drafts;

  ClinicSchedules(Schedules schedules, Drafts drafts) {
    this.schedules = schedules;
    this.drafts = drafts;
  }

  @Override
  public FhirOffer<Schedule> offer() {
    return FhirOffer.of(
        Schedule.class,
        FhirParam.reference("organization", "Organization").must(),
        FhirParam.token("service-type"),
        FhirParam.date("date"));
  }

  @Override
  public Schedule read(String id, Staff by) {
    return resource(schedules.find(FhirForms.id(id, ClinicId::of), by));
  }

  @Override
  public FhirPage<Schedule> search(FhirQuery query, Staff by) {
    var hospital = query.reference("organization", "Organization", InstitutionId::of).orElseThrow();
    var date = query.span("date");
    var found =
        schedules.search(
            new ClinicQuery(
                hospital,
                query.token("service-type").map(FhirQuery.Token::code).orElse(""),
                date.from(),
                date.until(),
                ""),
            query.page(),
            by);
    return new FhirPage<>(
        found.rows().stream().map(ClinicSchedules::resource).toList(), found.total());
  }

  @Override
  public FhirMade create(Schedule body, Staff by) {
    var drafted = drafts.draft(PlannedSchedule.of(body), by);
    return drafted.made() ? FhirMade.created(drafted.id()) : FhirMade.known(drafted.id());
  }

  private static Schedule resource(ClinicRecord it) {
    var resource = new Schedule();
    resource.setId(it.id().toString());
    resource
        .getMeta()
        .setVersionId(String.valueOf(it.version()))
        .addTag()
        .setSystem(Codes.CLINIC_STATUS)
        .setCode(it.status());
    var department = Codes.department(it.department(), it.departmentName());
    resource
        .setActive(it.status().equals("published"))
        .addServiceCategory(concept(Codes.SESSION, it.session()))
        .addServiceType(department)
        .addSpecialty(department.copy());
    resource.addActor(Codes.named("Practitioner", it.practitioner()));
    resource.addActor(
        Codes.named("HealthcareService", it.hospitalName() + " " + it.departmentName()));
    resource.addActor(Codes.place(it.hospital(), it.place()));
    var period = new Period();
    period.setStartElement(FhirForms.at(it.start()));
    period.setEndElement(FhirForms.at(it.end()));
    return resource.setPlanningHorizon(period);
  }
}
