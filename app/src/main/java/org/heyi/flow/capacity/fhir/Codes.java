package org.heyi.flow.capacity.fhir;

import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.shared.InstitutionId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/// Names and forms that these resources share.
final class Codes {

  static final String SLOT_CLASS = FhirOffer.BASE + "CodeSystem/slot-class";
  static final String SLOT_POOL = FhirOffer.BASE + "CodeSystem/slot-pool";
  static final String SESSION = FhirOffer.BASE + "CodeSystem/session";
  static final String CLINIC_STATUS = FhirOffer.BASE + "CodeSystem/clinic-status";
  static final String HELD_UNTIL = FhirOffer.BASE + "StructureDefinition/held-until";
  static final String VISIT_NUMBER = FhirOffer.BASE + "StructureDefinition/visit-number";

  static CodeableConcept department(String code, String name) {
    return FhirForms.concept(FhirForms.DEPARTMENT, code, name);
  }

  static CodeableConcept pool(boolean reserved) {
    return FhirForms.concept(SLOT_POOL, reserved ? "reserved" : "public");
  }

  /// Somebody or something that is no resource here.
  static Reference named(String type, String name) {
    return new Reference().setType(type).setDisplay(name);
  }

  /// A place of a hospital.
  static Reference place(InstitutionId hospital, String name) {
    var identifier = new Identifier().setSystem(FhirForms.INSTITUTION).setValue(hospital.value());
    return named("Location", name).setIdentifier(identifier);
  }

  private Codes() {}
}
