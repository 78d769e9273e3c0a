package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heyi.flow.referral.Drafts;
import org.heyi.flow.referral.Press;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.flow.referral.list.ReferralQuery;
import org.heyi.flow.referral.list.ReferralQuery.Between;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.stereotype.Component;

/// 转诊单 as ServiceRequest: what is asked for. Written as a draft; everything that happens to it then
/// is a Task.
@Component
class ServiceRequests
    implements FhirSource.WithHistory<ServiceRequest>,
        FhirSource.Creating<ServiceRequest>,
        FhirSource.Updating<ServiceRequest> {

  private final Referrals referrals;
  private final Drafts drafts;
  private final ReferralLists lists;
  private final RequestResources resources;
  private final RequestReading reading;

  ServiceRequests(
      Referrals referrals,
      Drafts drafts,
      ReferralLists lists,
      RequestResources resources,
      RequestReading reading) {
    this.referrals = referrals;
    this.drafts = drafts;
    this.lists = lists;
    this.resources = resources;
    this.reading = reading;
  }

  @Override
  public FhirOffer<ServiceRequest> offer() {
    return FhirOffer.of(
            ServiceRequest.class,
            FhirParam.reference("patient", "Patient"),
            FhirParam.token("status"),
            FhirParam.token("priority"),
            FhirParam.token("identifier"),
            FhirParam.reference("requester", "Organization"),
            FhirParam.reference("performer", "Organization"),
            FhirParam.date("authored"),
            FhirParam.date("occurrence"),
            FhirParam.date("_lastUpdated"))
        .including("patient", it -> List.of(it.getSubject()))
        .including("requester", it -> List.of(it.getRequester()))
        .including("performer", ServiceRequest::getPerformer);
  }

  @Override
  public ServiceRequest read(String id, Staff by) {
    return resources.of(referrals.view(FhirForms.id(id, ReferralId::of), by));
  }

  @Override
  public List<ServiceRequest> history(String id, Staff by) {
    return resources.history(referrals.view(FhirForms.id(id, ReferralId::of), by));
  }

  @Override
  public FhirPage<ServiceRequest> search(FhirQuery query, Staff by) {
    var asked =
        new ReferralQuery(
            null,
            query.token("identifier").map(FhirQuery.Token::code).orElse(null),
            query.reference("patient", "Patient", ResidentId::of).orElse(null),
            Statuses.requested(query),
            query.reference("requester", "Organization", InstitutionId::of).orElse(null),
            query.reference("performer", "Organization", InstitutionId::of).orElse(null),
            null,
            Statuses.urgency(query),
            between(query, "authored"),
            between(query, "occurrence"),
            between(query, "_lastUpdated"));
    var found = lists.find(asked, query.page(), by);
    return new FhirPage<>(found.rows().stream().map(resources::of).toList(), found.total());
  }

  static Between between(FhirQuery query, String name) {
    var span = query.span(name);
    return new Between(span.from(), span.until());
  }

  @Override
  public FhirMade create(ServiceRequest body, Staff by) {
    var written = reading.read(body, Set.of(ServiceRequestStatus.DRAFT), by);
    var id = drafts.start(written.resident(), written.summary(), UUID.randomUUID(), by);
    drafts.request(id, written.request(), Press.of(UUID.randomUUID(), 1), by);
    return FhirMade.created(id);
  }

  @Override
  public void update(String id, int version, ServiceRequest body, Staff by) {
    var written =
        reading.read(body, Set.of(ServiceRequestStatus.DRAFT, ServiceRequestStatus.ONHOLD), by);
    var referral = FhirForms.id(id, ReferralId::of);
    if (!drafts.editable(referral, by).resident().id().equals(written.resident())) {
      throw BAD_VALUE.with("ServiceRequest.subject", written.resident());
    }
    var press = Press.of(UUID.randomUUID(), version);
    drafts.rewrite(referral, written.summary(), written.request(), press, by);
  }
}
