package org.heyi.platform.fhir;

import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/// FHIR 操作: one `$operation` of a type. A room implements it as a bean in its package `fhir`.
public interface FhirOperation {

  /// @param type it belongs to, as in the path
  /// @param name without the `$`
  /// @param writes whether it changes anything; what does not may also be asked by GET
  record Offer(Class<? extends Resource> type, String name, boolean writes) {}

  Offer offer();

  /// Joins the caller's transaction when it writes.
  ///
  /// @param in body of a POST, or what stood in the query of a GET as strings; never null
  Resource run(Parameters in, Staff by);
}
