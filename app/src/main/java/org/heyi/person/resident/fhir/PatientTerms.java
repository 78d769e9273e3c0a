package org.heyi.person.resident.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.fhir.FhirOffer;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/// The addresses and codes that a resident's resource is written with.
final class PatientTerms {

  /// 知情同意的给予者: self, guardian, not-possible.
  static final String CONSENT = FhirOffer.BASE + "StructureDefinition/consent-giver";

  static final String GUARDIAN = FhirOffer.BASE + "StructureDefinition/consent-guardian";
  static final String RESIDENCE = FhirOffer.BASE + "StructureDefinition/residence";
  static final String OWN_CODE = FhirOffer.BASE + "StructureDefinition/own-code";
  static final String ESTIMATED = FhirOffer.BASE + "StructureDefinition/birth-date-estimated";
  static final String NO_NUMBER = FhirOffer.BASE + "StructureDefinition/no-number-reason";

  /// 重点人群: one for each; only read.
  static final String GROUP = FhirOffer.BASE + "StructureDefinition/population-group";

  /// Somebody has looked and it is not the person Heyi thinks of.
  static final String ANOTHER = FhirOffer.BASE + "StructureDefinition/another-person";

  /// What a masked identifier looks like (R4 extension).
  static final String RENDERED = "http://hl7.org/fhir/StructureDefinition/rendered-value";

  static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
  static final String TEST_DATA = "HTEST";
  static final String PARTS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
  static final String SUBSETTED = "SUBSETTED";

  /// 家庭关系代码, GB/T 4761.
  static final String RELATIONS = FhirOffer.BASE + "CodeSystem/relation";

  private static final String NUMBERS = FhirOffer.BASE + "NamingSystem/";

  private static final Map<Sex, AdministrativeGender> GENDERS =
      Map.of(
          Sex.MALE,
          AdministrativeGender.MALE,
          Sex.FEMALE,
          AdministrativeGender.FEMALE,
          Sex.UNKNOWN,
          AdministrativeGender.UNKNOWN,
          Sex.NOT_STATED,
          AdministrativeGender.OTHER);

  static AdministrativeGender gender(Sex sex) {
    return GENDERS.getOrDefault(sex, AdministrativeGender.UNKNOWN);
  }

  static Sex sex(AdministrativeGender gender) {
    return GENDERS.entrySet().stream()
        .filter(it -> it.getValue() == gender)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Sex.UNKNOWN);
  }

  /// `ID_CARD` → `https://heyi.org/fhir/NamingSystem/id-card`.
  static String address(IdentifierSystem system) {
    return NUMBERS + system.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static IdentifierSystem system(String address) {
    return Arrays.stream(IdentifierSystem.values())
        .filter(it -> it.isTyped() && address(it).equals(address))
        .findFirst()
        .orElseThrow(() -> BAD_VALUE.with("Patient.identifier.system", address));
  }

  private PatientTerms() {}
}
