package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.CHANGED;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_RESOURCE;
import static org.heyi.platform.fhir.FhirProblem.PARAMETER_NEEDED;
import static org.heyi.platform.fhir.FhirProblem.UNKNOWN_PARAMETER;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heyi.flow.referral.ReferralActions;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.flow.referral.list.ReferralQuery;
import org.heyi.flow.referral.list.ReferralQuery.Between;
import org.heyi.flow.referral.list.ReferralRow;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/// 转诊任务 as Task: where a referral stands, what may be done with it, and the doing.
@Component
class Tasks implements FhirSource.WithHistory<Task>, FhirSource.Creating<Task> {

  private static final String PROPOSAL = "proposal";
  private static final String FOCUS = "focus";
  private static final Between ANY_TIME = new Between(null, null);

  private final Referrals referrals;
  private final ReferralLists lists;
  private final Performing performing;

  Tasks(Referrals referrals, ReferralLists lists, Performing performing) {
    this.referrals = referrals;
    this.lists = lists;
    this.performing = performing;
  }

  @Override
  public FhirOffer<Task> offer() {
    return FhirOffer.of(
            Task.class,
            FhirParam.token("intent"),
            FhirParam.reference(FOCUS, "ServiceRequest"),
            FhirParam.reference("patient", "Patient"),
            FhirParam.token("status"),
            FhirParam.token("business-status"),
            FhirParam.token("priority"),
            FhirParam.reference("owner", "Organization"),
            FhirParam.reference("requester", "Organization"),
            FhirParam.date("modified"))
        .including(FOCUS, it -> List.of(it.getFocus()))
        .including("patient", it -> List.of(it.getFor()));
  }

  @Override
  public Task read(String id, Staff by) {
    int point = id.indexOf('.');
    var view =
        referrals.view(FhirForms.id(point < 0 ? id : id.substring(0, point), ReferralId::of), by);
    if (point < 0) {
      return TaskResources.order(view);
    }
    return view.actions(by).stream()
        .filter(it -> it.code().equals(id.substring(point + 1)))
        .findFirst()
        .map(it -> TaskResources.proposal(Outline.of(view), it, by))
        .orElseThrow(() -> NO_SUCH_RESOURCE.with());
  }

  @Override
  public List<Task> history(String id, Staff by) {
    return TaskResources.history(referrals.view(FhirForms.id(id, ReferralId::of), by));
  }

  @Override
  public FhirPage<Task> search(FhirQuery query, Staff by) {
    var intent = query.token("intent").map(FhirQuery.Token::code).orElse("order");
    return switch (intent) {
      case "order" -> orders(query, by);
      case PROPOSAL -> proposals(query, by);
      default -> throw BAD_VALUE.with("intent", intent);
    };
  }

  private FhirPage<Task> orders(FhirQuery query, Staff by) {
    var asked =
        new ReferralQuery(
            query.reference(FOCUS, "ServiceRequest", ReferralId::of).orElse(null),
            null,
            query.reference("patient", "Patient", ResidentId::of).orElse(null),
            Statuses.tasked(query),
            query.reference("requester", "Organization", InstitutionId::of).orElse(null),
            null,
            query.reference("owner", "Organization", InstitutionId::of).orElse(null),
            Statuses.urgency(query),
            ANY_TIME,
            ANY_TIME,
            ServiceRequests.between(query, "modified"));
    var found = lists.find(asked, query.page(), by);
    return new FhirPage<>(
        found.rows().stream().map(it -> TaskResources.order(Outline.of(it))).toList(),
        found.total());
  }

  private FhirPage<Task> proposals(FhirQuery query, Staff by) {
    query.values().keySet().stream()
        .filter(it -> !Set.of("intent", FOCUS).contains(it))
        .findFirst()
        .ifPresent(it -> {
          throw UNKNOWN_PARAMETER.with("Task?intent=proposal", it, FOCUS);
        });
    var id =
        query
            .reference(FOCUS, "ServiceRequest", ReferralId::of)
            .orElseThrow(() -> PARAMETER_NEEDED.with("Task?intent=proposal", FOCUS));
    var one =
        new ReferralQuery(
            id, null, null, null, null, null, null, null, ANY_TIME, ANY_TIME, ANY_TIME);
    return FhirPage.all(
        lists.find(one, PageQuery.first(), by).rows().stream()
            .flatMap(it -> proposals(it, by))
            .toList(),
        query);
  }

  private static Stream<Task> proposals(ReferralRow it, Staff by) {
    return ReferralActions.of(it.facts(), by).stream()
        .map(action -> TaskResources.proposal(Outline.of(it), action, by));
  }

  /// Performs the action; what comes back is the order as it then stands.
  @Override
  public FhirMade create(Task body, Staff by) {
    var asked = ActionAsked.read(body);
    try {
      performing.perform(asked, by);
    } catch (ProblemException refused) {
      throw Referrals.overtaken(refused) ? CHANGED.with(asked.version()) : refused;
    }
    return FhirMade.known(asked.referral());
  }
}
