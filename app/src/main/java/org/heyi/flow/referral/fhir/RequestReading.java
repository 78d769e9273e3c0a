package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.stereotype.Component;

/// A ServiceRequest of another system as our words. What has no place in a referral is refused and
/// never left out: a referral that silently lost an allergy is worse than none.
@Component
class RequestReading {

  /// Elements that are understood, and those that only we say and a repeated read brings back.
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "meta",
          "language",
          "text",
          "contained",
          "identifier",
          "status",
          "intent",
          "category",
          "priority",
          "code",
          "subject",
          "occurrence[x]",
          "authoredOn",
          "requester",
          "performer",
          "reasonCode",
          "supportingInfo",
          "note");

  private final ClinicalPart clinical;

  RequestReading(ClinicalPart clinical) {
    this.clinical = clinical;
  }

  /// What a ServiceRequest says, whole.
  record Written(ResidentId resident, ClinicalSummary summary, Request request) {}

  /// @param states in which it may be written
  Written read(ServiceRequest from, Set<ServiceRequestStatus> states, Staff by) {
    check(from, states, by);
    Contained.known(from);
    return new Written(
        FhirForms.named("ServiceRequest.subject", from.getSubject(), "Patient", ResidentId::of),
        clinical.read(from),
        new Request(
            destination(from),
            urgency(from),
            reason(from),
            AgreementPart.consent(from),
            AgreementPart.contact(from)));
  }

  private static void check(ServiceRequest from, Set<ServiceRequestStatus> states, Staff by) {
    from.children().stream()
        .filter(Property::hasValues)
        .map(Property::getName)
        .filter(it -> !KNOWN.contains(it))
        .findFirst()
        .ifPresent(it -> {
          throw BAD_VALUE.with("ServiceRequest", it);
        });
    if (from.getIntent() != ServiceRequestIntent.ORDER) {
      throw BAD_VALUE.with("ServiceRequest.intent", String.valueOf(from.getIntent()));
    }
    if (!states.contains(from.getStatus())) {
      throw BAD_VALUE.with("ServiceRequest.status", String.valueOf(from.getStatus()));
    }
    for (var category : from.getCategory()) {
      if (!FhirForms.code(category, Codes.CATEGORY).equals(RequestResources.REFERRAL)) {
        throw BAD_VALUE.with("ServiceRequest.category", category.getCodingFirstRep().getCode());
      }
    }
    if (from.hasRequester()) {
      var requester =
          FhirForms.named(
              "ServiceRequest.requester", from.getRequester(), "Organization", InstitutionId::of);
      if (!requester.equals(by.institution())) {
        throw BAD_VALUE.with("ServiceRequest.requester", requester);
      }
    }
  }

  private static Destination destination(ServiceRequest from) {
    var department = FhirForms.code(from.getCode(), FhirForms.DEPARTMENT);
    if (department.isEmpty()) {
      throw VALUE_NEEDED.with("ServiceRequest.code (" + FhirForms.DEPARTMENT + ")");
    }
    if (from.getPerformer().size() > 1) {
      throw BAD_VALUE.with("ServiceRequest.performer", from.getPerformer().get(1).getReference());
    }
    var hospital =
        FhirForms.named(
            "ServiceRequest.performer",
            from.getPerformerFirstRep(),
            "Organization",
            InstitutionId::of);
    return new Destination(hospital, department);
  }

  private static Urgency urgency(ServiceRequest from) {
    if (!from.hasPriority()) {
      throw VALUE_NEEDED.with("ServiceRequest.priority");
    }
    var priority = from.getPriority().toCode();
    return Statuses.urgency(priority)
        .orElseThrow(() -> BAD_VALUE.with("ServiceRequest.priority", priority));
  }

  /// In words; the coded reason is the diagnosis.
  private static String reason(ServiceRequest from) {
    return from.getReasonCode().stream()
        .filter(it -> !it.hasCoding() && it.hasText())
        .map(it -> it.getText())
        .collect(Collectors.joining("\n"));
  }
}
