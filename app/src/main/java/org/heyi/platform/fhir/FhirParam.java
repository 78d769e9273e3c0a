package org.heyi.platform.fhir;

import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/// 检索参数: one search parameter of a type.
///
/// @param target the resource type a reference points to, or empty
/// @param needed a search without it is refused, e.g. because it would list a whole county
public record FhirParam(String name, SearchParamType type, String target, boolean needed) {

  public static FhirParam text(String name) {
    return new FhirParam(name, SearchParamType.STRING, "", false);
  }

  public static FhirParam token(String name) {
    return new FhirParam(name, SearchParamType.TOKEN, "", false);
  }

  public static FhirParam date(String name) {
    return new FhirParam(name, SearchParamType.DATE, "", false);
  }

  public static FhirParam reference(String name, String target) {
    return new FhirParam(name, SearchParamType.REFERENCE, target, false);
  }

  public FhirParam must() {
    return new FhirParam(name, type, target, true);
  }
}
