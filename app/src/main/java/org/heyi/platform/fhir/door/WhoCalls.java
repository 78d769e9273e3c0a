package org.heyi.platform.fhir.door;

import org.heyi.platform.access.signin.ActingSystem;
import org.heyi.platform.fhir.FhirProblem;
import org.springframework.security.core.context.SecurityContextHolder;

/// The system whose token came with the request.
final class WhoCalls {

  /// @throws org.heyi.platform.shared.ProblemException `fhir.no-token`
  static ActingSystem of() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof ActingSystem it) {
      return it;
    }
    throw FhirProblem.NO_TOKEN.with();
  }

  private WhoCalls() {}
}
