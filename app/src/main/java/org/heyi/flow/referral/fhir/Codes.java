package org.heyi.flow.referral.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.shared.Moments;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;

/// 代码系统: the systems that codes and identifiers of a referral come from.
final class Codes {

  static final String NUMBER = FhirOffer.BASE + "NamingSystem/referral-number";
  static final String ACCOUNT = FhirOffer.BASE + "NamingSystem/account";
  static final String CATEGORY = FhirOffer.BASE + "CodeSystem/request-category";
  static final String DEPARTMENT = FhirOffer.BASE + "CodeSystem/department";
  static final String STATE = FhirOffer.BASE + "CodeSystem/referral-state";
  static final String ACTION = FhirOffer.BASE + "CodeSystem/referral-action";
  static final String DETAIL = FhirOffer.BASE + "CodeSystem/referral-detail";
  static final String REFUSAL = FhirOffer.BASE + "CodeSystem/refusal-reason";
  static final String NONE_KNOWN = FhirOffer.BASE + "CodeSystem/none-known";
  static final String ASSIGNEE = FhirOffer.BASE + "StructureDefinition/assignee";
  static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
  static final String LOINC = "http://loinc.org";
  static final String UCUM = "http://unitsofmeasure.org";

  private static final TimeZone CHINA = TimeZone.getTimeZone(Moments.CHINA);

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  static CodeableConcept concept(String system, String code, String display) {
    return new CodeableConcept(new Coding(system, code, display.isEmpty() ? null : display));
  }

  /// To the second, in China's time.
  static DateTimeType at(Instant instant) {
    return new DateTimeType(Date.from(instant), TemporalPrecisionEnum.SECOND, CHINA);
  }

  static InstantType instant(Instant instant) {
    return new InstantType(Date.from(instant), TemporalPrecisionEnum.MILLI, CHINA);
  }

  /// The code of one system, or empty.
  static String code(CodeableConcept it, String system) {
    return it.getCoding().stream()
        .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
        .map(Coding::getCode)
        .findFirst()
        .orElse("");
  }

  private Codes() {}
}
