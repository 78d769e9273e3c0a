package org.heyi.steering.directory.fhir;

import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.shared.InstitutionId;
import org.hl7.fhir.r4.model.Reference;

/// How resources of the directory name each other.
final class References {

  static final String ORGANIZATION = "organization";

  static Reference to(InstitutionId institution) {
    return new Reference("Organization/" + institution);
  }

  /// The institution a search is about, or the caller's own.
  static InstitutionId asked(FhirQuery query, InstitutionId own) {
    return query.reference(ORGANIZATION, "Organization", InstitutionId::of).orElse(own);
  }

  private References() {}
}
