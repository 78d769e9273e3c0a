package org.heyi.person.resident;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;

/// 变更: one version of a resident's record: who changed which fields when, never their values.
///
/// @param what word key without its prefix: `registered`, `changed`, `number-added`
public record ResidentChange(
    int version,
    String what,
    List<String> fields,
    Instant at,
    String name,
    InstitutionId institution) {

  public ResidentChange {
    fields = List.copyOf(fields);
  }
}
