package org.heyi.platform.fhir;

/// 新建结果: what came of a create.
///
/// @param id of the resource, without its type
/// @param created false when it was there before: the answer is 200 and not 201
public record FhirMade(String id, boolean created) {

  public static FhirMade created(Object id) {
    return new FhirMade(id.toString(), true);
  }

  public static FhirMade known(Object id) {
    return new FhirMade(id.toString(), false);
  }
}
