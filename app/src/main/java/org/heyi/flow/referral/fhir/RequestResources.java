package org.heyi.flow.referral.fhir;

import java.util.List;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.list.ReferralRow;
import org.heyi.platform.fhir.FhirForms;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.springframework.stereotype.Component;

/// A referral as ServiceRequest: whole, as a line of a list, or as an earlier version, of which
/// only the course is kept.
@Component
class RequestResources {

  static final String REFERRAL = "referral";

  private final ClinicalPart clinical;

  RequestResources(ClinicalPart clinical) {
    this.clinical = clinical;
  }

  ServiceRequest of(ReferralView it) {
    var outline = Outline.of(it);
    var request = outline(outline);
    var visit = it.visit();
    if (visit != null && it.facts().slotHeld()) {
      request.setOccurrence(occurrence(visit));
    }
    var summary = it.summary();
    if (summary == null) {
      Outline.subsetted(request.getMeta());
      return request;
    }
    var written = written(it);
    clinical.write(request, summary, outline.patient(), it.authorName(), written.at());
    if (!it.request().reason().isEmpty()) {
      request.addReasonCode(new CodeableConcept().setText(it.request().reason()));
    }
    AgreementPart.write(request, it.request(), outline.patient());
    return request;
  }

  private static Period occurrence(AppointmentView it) {
    return new Period()
        .setStartElement(FhirForms.at(it.start()))
        .setEndElement(FhirForms.at(it.end()));
  }

  /// The step that put the content down as it stands.
  private static ReferralView.Course written(ReferralView it) {
    return it.course().reversed().stream()
        .filter(
            step -> step.action() == ReferralAction.EDIT || step.action() == ReferralAction.START)
        .findFirst()
        .orElseThrow();
  }

  ServiceRequest of(ReferralRow it) {
    var request = outline(Outline.of(it));
    if (it.visitStart() != null) {
      request.setOccurrence(new Period().setStartElement(FhirForms.at(it.visitStart())));
    }
    if (!it.diagnosisName().isEmpty()) {
      request.addReasonCode(new CodeableConcept().setText(it.diagnosisName()));
    }
    Outline.subsetted(request.getMeta());
    return request;
  }

  /// Newest first.
  List<ServiceRequest> history(ReferralView it) {
    return it.course().reversed().stream()
        .map(step -> step.version() == it.facts().version() ? of(it) : earlier(it, step))
        .toList();
  }

  private static ServiceRequest earlier(ReferralView it, ReferralView.Course step) {
    var outline = Outline.of(it);
    var request = new ServiceRequest();
    request.setId(it.facts().id().toString());
    request.getMeta().setVersionId(String.valueOf(step.version()));
    request.getMeta().setLastUpdatedElement(FhirForms.written(step.at()));
    Outline.subsetted(request.getMeta());
    request.setStatus(Statuses.request(step.state())).setIntent(ServiceRequestIntent.ORDER);
    request.addCategory(FhirForms.concept(Codes.CATEGORY, REFERRAL));
    return request.setSubject(outline.patient()).setRequester(outline.sender());
  }

  private static ServiceRequest outline(Outline it) {
    var request = new ServiceRequest();
    request.setId(it.facts().id().toString());
    request.getMeta().setVersionId(String.valueOf(it.facts().version()));
    request.getMeta().setLastUpdatedElement(FhirForms.written(it.changed()));
    request.addIdentifier().setSystem(Codes.NUMBER).setValue(it.number());
    request.setStatus(Statuses.request(it.facts().state())).setIntent(ServiceRequestIntent.ORDER);
    request.addCategory(FhirForms.concept(Codes.CATEGORY, REFERRAL));
    if (it.urgency() != null) {
      request.setPriority(Statuses.priority(it.urgency()));
    }
    if (!it.department().isEmpty()) {
      request.setCode(
          FhirForms.concept(FhirForms.DEPARTMENT, it.department(), it.departmentName()));
    }
    request.setSubject(it.patient()).setRequester(it.sender());
    if (it.sent() != null) {
      request.setAuthoredOnElement(FhirForms.at(it.sent()));
    }
    var receiver = it.receiver();
    return receiver == null ? request : request.addPerformer(receiver);
  }
}
