package org.heyi.steering.directory.fhir;

import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.PractitionerId;
import org.hl7.fhir.r4.model.Reference;

/// How resources of the directory name each other.
final class References {

  static final String ORGANIZATION = "organization";

  static Reference to(InstitutionId institution) {
    return new Reference("Organization/" + institution);
  }

  /// The institution a search is about, or the caller's own.
  static InstitutionId asked(FhirQuery query, InstitutionId own) {
    return query
        .reference(ORGANIZATION, "Organization")
        .map(it ->
            InstitutionId.find(it).orElseThrow(() -> FhirProblem.BAD_VALUE.with(ORGANIZATION, it)))
        .orElse(own);
  }

  static PractitionerId practitioner(String typed) {
    try {
      return PractitionerId.of(typed);
    } catch (IllegalArgumentException none) {
      throw FhirProblem.NO_SUCH_RESOURCE.with();
    }
  }

  private References() {}
}
