package org.heyi.platform.fhir;

import java.util.List;
import java.util.Set;

/// Something of one institution that no other may learn of. A room declares one as a `@Component`
/// in its test tree for each of its types that is not public.
public interface FhirSecret {

  /// Whose it is.
  String OWNER = "ninghe-yuelong";

  /// Types whose resources hang on the wall of the institution, and times nobody has taken.
  Set<String> PUBLIC =
      Set.of(
          "Organization",
          "OrganizationAffiliation",
          "Location",
          "HealthcareService",
          "Practitioner",
          "PractitionerRole",
          "Schedule",
          "Slot");

  /// @param searches queries that find it for its owner, without the type
  /// @param words that stand in it and nowhere else, besides its id
  record Real(String id, List<String> searches, List<String> words) {

    boolean shownIn(String body) {
      return body.contains("\"" + id + "\"") || words.stream().anyMatch(body::contains);
    }
  }

  String type();

  /// Where the system is that may see it.
  default String owner() {
    return OWNER;
  }

  /// What that system is.
  default String role() {
    return "clinic-system";
  }

  Real make();
}
