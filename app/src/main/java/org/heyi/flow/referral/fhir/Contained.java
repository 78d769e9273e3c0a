package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/// 随附资源: what a referral says that has no element of its own in a ServiceRequest.
final class Contained {

  private static final Set<String> KNOWN =
      Set.of(
          "Observation", "AllergyIntolerance", "MedicationStatement", "Consent", "RelatedPerson");

  static void add(ServiceRequest to, String id, Resource part) {
    part.setId("#" + id);
    to.addContained(part);
    to.addSupportingInfo(new Reference("#" + id));
  }

  static <T extends Resource> Stream<T> all(ServiceRequest from, Class<T> type) {
    return from.getContained().stream().filter(type::isInstance).map(type::cast);
  }

  /// Nothing that somebody sent along may be lost without a word.
  static void known(ServiceRequest from) {
    for (var part : from.getContained()) {
      if (!KNOWN.contains(part.fhirType())) {
        throw BAD_VALUE.with("ServiceRequest.contained", part.fhirType());
      }
    }
    for (var info : from.getSupportingInfo()) {
      var reference = String.valueOf(info.getReference());
      if (!reference.startsWith("#")) {
        throw BAD_VALUE.with("ServiceRequest.supportingInfo", reference);
      }
    }
  }

  private Contained() {}
}
