package org.heyi.platform.fhir;

import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/// FHIR 操作: one `$operation` of a type. A room implements it as a bean in its package `fhir`.
public interface FhirOperation {

  /// The type it belongs to, as in the path.
  Class<? extends Resource> type();

  /// Without the `$`.
  String name();

  /// Whether it changes anything. What does not may also be asked by GET.
  boolean writes();

  /// Joins the caller's transaction when it writes.
  ///
  /// @param in body of a POST, or what stood in the query of a GET as strings; never null
  Resource run(Parameters in, Staff by);
}
