package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_RESOURCE;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Function;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/// Names and forms that these resources share.
final class Codes {

  static final String DEPARTMENT = FhirOffer.BASE + "CodeSystem/department";
  static final String SLOT_CLASS = FhirOffer.BASE + "CodeSystem/slot-class";
  static final String SLOT_POOL = FhirOffer.BASE + "CodeSystem/slot-pool";
  static final String SESSION = FhirOffer.BASE + "CodeSystem/session";
  static final String CLINIC_STATUS = FhirOffer.BASE + "CodeSystem/clinic-status";
  static final String INSTITUTION = FhirOffer.BASE + "NamingSystem/institution";
  static final String HELD_UNTIL = FhirOffer.BASE + "StructureDefinition/held-until";
  static final String VISIT_NUMBER = FhirOffer.BASE + "StructureDefinition/visit-number";

  private static final TimeZone CHINA = TimeZone.getTimeZone(Moments.CHINA);

  static CodeableConcept concept(String system, String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setSystem(system).setCode(code);
    return concept;
  }

  static CodeableConcept department(String code, String name) {
    var concept = concept(DEPARTMENT, code);
    concept.getCodingFirstRep().setDisplay(name);
    return concept;
  }

  static CodeableConcept pool(boolean reserved) {
    return concept(SLOT_POOL, reserved ? "reserved" : "public");
  }

  /// The code of that system, or empty.
  static String code(CodeableConcept concept, String system) {
    return concept.getCoding().stream()
        .filter(it -> system.equals(it.getSystem()))
        .map(it -> it.getCode() == null ? "" : it.getCode())
        .findFirst()
        .orElse("");
  }

  static Date date(Instant instant) {
    return Date.from(instant);
  }

  static InstantType instant(Instant instant) {
    return new InstantType(date(instant), TemporalPrecisionEnum.SECOND, CHINA);
  }

  /// Somebody or something that is no resource here.
  static Reference named(String type, String name) {
    return new Reference().setType(type).setDisplay(name);
  }

  /// A place of a hospital.
  static Reference place(InstitutionId hospital, String name) {
    var identifier = new Identifier().setSystem(INSTITUTION).setValue(hospital.value());
    return named("Location", name).setIdentifier(identifier);
  }

  /// Ids come from paths: what is none names nothing.
  static <I> I id(String typed, Function<String, I> of) {
    try {
      return of.apply(typed);
    } catch (IllegalArgumentException none) {
      throw NO_SUCH_RESOURCE.with();
    }
  }

  /// An id that was given as a value.
  static <I> I value(String where, String typed, Function<String, I> of) {
    try {
      return of.apply(typed);
    } catch (IllegalArgumentException none) {
      throw BAD_VALUE.with(where, typed);
    }
  }

  /// The id a reference names.
  static String target(Reference reference, String type) {
    var id = new IdType(reference.getReference());
    if (!type.equals(id.getResourceType()) || id.getIdPart() == null) {
      throw BAD_VALUE.with(type, String.valueOf(reference.getReference()));
    }
    return id.getIdPart();
  }

  private Codes() {}
}
