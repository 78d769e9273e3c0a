package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.SlotId;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/// What the systems of the story's clinic and hospital send at `/fhir`.
final class FhirReferrals {

  static final String HEYI = "https://heyi.org/fhir/";

  /// Another clinic than that of the pages' tests, whose lists it would fill.
  static final String CLINIC = "ninghe-yuelong-v02";

  static final String ALL = "system/*.cruds";
  static final Coding NOTHING_TAKEN =
      new Coding(HEYI + "CodeSystem/none-known", "no-current-medicine", null);

  static FhirClient clinic(int port, Accounts accounts) {
    return FhirClient.open(port, accounts, CLINIC, "clinic-system", ALL);
  }

  /// Somebody who works there.
  static Staff doctor() {
    return TestStaff.with("village-doctor", CLINIC);
  }

  static FhirClient hospital(int port, Accounts accounts) {
    return FhirClient.open(port, accounts, TestReferrals.HOSPITAL, "hospital-system", ALL);
  }

  /// Who the facades take the system for.
  static Staff staff(FhirClient system, String role, String institution) {
    var like = TestStaff.unsaved(role, institution);
    return new Staff(
        system.account(),
        like.name(),
        like.post(),
        role,
        like.institution(),
        like.area(),
        like.duties());
  }

  /// Everything the page's form asks for.
  static ServiceRequest request(ResidentId resident) {
    var patient = new Reference("Patient/" + resident);
    var it = new ServiceRequest();
    it.setStatus(ServiceRequest.ServiceRequestStatus.DRAFT);
    it.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
    it.setPriority(ServiceRequest.ServiceRequestPriority.URGENT);
    it.setCode(concept(HEYI + "CodeSystem/department", TestReferrals.DEPARTMENT));
    it.setSubject(patient);
    it.addPerformer(new Reference("Organization/" + TestReferrals.HOSPITAL));
    it.addReasonCode(concept("http://hl7.org/fhir/sid/icd-10", "I20.9"));
    it.addReasonCode(new CodeableConcept().setText("需进一步检查"));
    it.addNote().setText("胸痛两小时");
    measured(it, "8480-6", "165", "mm[Hg]");
    measured(it, "8462-4", "95", "mm[Hg]");
    measured(it, "8310-5", "36.6", "Cel");
    var allergy = new AllergyIntolerance().setPatient(patient);
    contained(it, "allergy", allergy.setCode(new CodeableConcept().setText("青霉素")));
    var medicine = new MedicationStatement().setSubject(patient);
    medicine.setStatus(MedicationStatement.MedicationStatementStatus.NOTTAKEN);
    contained(it, "medicine", medicine.setMedication(new CodeableConcept(NOTHING_TAKEN)));
    var consent = new Consent().setStatus(Consent.ConsentState.ACTIVE).setPatient(patient);
    contained(it, "consent", consent);
    var person = new RelatedPerson().setPatient(patient);
    person.addName().setText("张三");
    person.addRelationship().setText("儿子");
    person.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("13900000001");
    contained(it, "contact", person);
    return it;
  }

  static Observation measured(ServiceRequest to, String loinc, String value, String unit) {
    var it = new Observation().setStatus(Observation.ObservationStatus.FINAL);
    it.setSubject(to.getSubject()).setCode(concept("http://loinc.org", loinc));
    it.setEffective(new DateTimeType("2026-11-23"));
    it.setValue(
        new Quantity()
            .setValue(new BigDecimal(value))
            .setUnit(unit)
            .setSystem("http://unitsofmeasure.org")
            .setCode(unit));
    contained(to, "measured-" + to.getContained().size(), it);
    return it;
  }

  static void contained(ServiceRequest to, String id, Resource part) {
    part.setId("#" + id);
    to.addContained(part);
    to.addSupportingInfo(new Reference("#" + id));
  }

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding(system, code, null));
  }

  /// An action as a system posts it.
  static Task action(String id, String code, int version) {
    var it = new Task().setStatus(Task.TaskStatus.REQUESTED).setIntent(Task.TaskIntent.ORDER);
    it.setFocus(new Reference("ServiceRequest/" + id));
    it.setCode(concept(HEYI + "CodeSystem/referral-action", code));
    return input(it, "version", new PositiveIntType(version));
  }

  static Task input(Task to, String code, Type value) {
    to.addInput().setType(concept(HEYI + "CodeSystem/referral-detail", code)).setValue(value);
    return to;
  }

  static Task input(Task to, String code, String text) {
    return input(to, code, new StringType(text));
  }

  static Task send(String id, int version, SlotId slot) {
    return input(action(id, "send", version), "slot", new Reference("Slot/" + slot));
  }

  /// Posts it and expects it to be done.
  static Task done(FhirClient by, Task action, String... headers) {
    var answer = by.post("Task", action, headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.as(Task.class);
  }

  static int version(Task order) {
    return order.getInput().stream()
        .filter(it -> it.getType().getCodingFirstRep().getCode().equals("version"))
        .map(it -> ((PositiveIntType) it.getValue()).getValue())
        .findFirst()
        .orElseThrow();
  }

  /// The words of the actions that are proposed to a system.
  static Set<String> proposed(FhirClient to, String id) {
    return found(to, "Task?intent=proposal&focus=ServiceRequest/" + id, Task.class).stream()
        .map(it -> it.getCode().getCodingFirstRep().getCode())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static <T extends Resource> List<T> found(FhirClient by, String search, Class<T> type) {
    var answer = by.get(search);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.as(Bundle.class).getEntry().stream()
        .map(it -> type.cast(it.getResource()))
        .toList();
  }

  static List<String> ids(List<? extends Resource> of) {
    return of.stream().map(it -> it.getIdElement().getIdPart()).toList();
  }

  static Set<String> words(Set<ReferralAction> actions) {
    return actions.stream()
        .map(ReferralAction::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String output(Task order, String code) {
    return order.getOutput().stream()
        .filter(it -> it.getType().getCodingFirstRep().getCode().equals(code))
        .map(it -> it.getValue().primitiveValue())
        .findFirst()
        .orElse("");
  }

  private FhirReferrals() {}
}
