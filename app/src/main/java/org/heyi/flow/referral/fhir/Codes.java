package org.heyi.flow.referral.fhir;

import org.heyi.platform.fhir.FhirOffer;

/// 代码系统: the systems that codes and identifiers of a referral come from.
final class Codes {

  static final String NUMBER = FhirOffer.BASE + "NamingSystem/referral-number";
  static final String CATEGORY = FhirOffer.BASE + "CodeSystem/request-category";
  static final String STATE = FhirOffer.BASE + "CodeSystem/referral-state";
  static final String ACTION = FhirOffer.BASE + "CodeSystem/referral-action";
  static final String DETAIL = FhirOffer.BASE + "CodeSystem/referral-detail";
  static final String REVIEW = FhirOffer.BASE + "CodeSystem/review-reason";
  static final String NONE_KNOWN = FhirOffer.BASE + "CodeSystem/none-known";
  static final String ASSIGNEE = FhirOffer.BASE + "StructureDefinition/assignee";
  static final String FIRST_CONTACT = FhirOffer.BASE + "StructureDefinition/first-contact";
  static final String PACK_VERSION = FhirOffer.BASE + "StructureDefinition/pack-version";
  static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
  static final String LOINC = "http://loinc.org";
  static final String UCUM = "http://unitsofmeasure.org";

  private Codes() {}
}
