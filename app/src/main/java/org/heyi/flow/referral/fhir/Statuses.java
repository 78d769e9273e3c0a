package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.heyi.flow.referral.ReferralState;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.fhir.FhirQuery;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/// 状态对照: what FHIR calls our states and urgencies.
final class Statuses {

  static ServiceRequestStatus request(ReferralState it) {
    return switch (it) {
      case DRAFT -> ServiceRequestStatus.DRAFT;
      case SENT, ACCEPTED, ARRIVED, IN_CARE, FED_BACK -> ServiceRequestStatus.ACTIVE;
      case RETURNED -> ServiceRequestStatus.ONHOLD;
      case CLOSED -> ServiceRequestStatus.COMPLETED;
      case REFUSED, WITHDRAWN, EXPIRED -> ServiceRequestStatus.REVOKED;
    };
  }

  static TaskStatus task(ReferralState it) {
    return switch (it) {
      case DRAFT -> TaskStatus.DRAFT;
      case SENT -> TaskStatus.REQUESTED;
      case RETURNED -> TaskStatus.ONHOLD;
      case ACCEPTED -> TaskStatus.ACCEPTED;
      case ARRIVED -> TaskStatus.READY;
      case IN_CARE, FED_BACK -> TaskStatus.INPROGRESS;
      case CLOSED -> TaskStatus.COMPLETED;
      case REFUSED -> TaskStatus.REJECTED;
      case WITHDRAWN -> TaskStatus.CANCELLED;
      case EXPIRED -> TaskStatus.FAILED;
    };
  }

  /// The states that a `status` with commas names; null when it is not asked for.
  static @Nullable Set<ReferralState> requested(FhirQuery query) {
    return states(query, "status", it -> request(it).toCode());
  }

  /// The same for a Task, narrowed by `business-status`.
  static @Nullable Set<ReferralState> tasked(FhirQuery query) {
    var byStatus = states(query, "status", it -> task(it).toCode());
    var byState = states(query, "business-status", ReferralState::code);
    if (byStatus == null || byState == null) {
      return byStatus == null ? byState : byStatus;
    }
    byStatus.retainAll(byState);
    return byStatus;
  }

  private static @Nullable Set<ReferralState> states(
      FhirQuery query, String name, Function<ReferralState, String> word) {
    var asked = query.text(name).orElse(null);
    if (asked == null) {
      return null;
    }
    var found = EnumSet.noneOf(ReferralState.class);
    for (var one : asked.split(",", -1)) {
      var code = one.substring(one.indexOf('|') + 1);
      var named =
          Arrays.stream(ReferralState.values()).filter(it -> word.apply(it).equals(code)).toList();
      if (named.isEmpty()) {
        throw BAD_VALUE.with(name, one);
      }
      found.addAll(named);
    }
    return found;
  }

  static ServiceRequestPriority priority(Urgency it) {
    return switch (it) {
      case EMERGENCY -> ServiceRequestPriority.STAT;
      case URGENT -> ServiceRequestPriority.URGENT;
      case ROUTINE -> ServiceRequestPriority.ROUTINE;
    };
  }

  /// `asap` is none of ours.
  static Optional<Urgency> urgency(String priority) {
    return Arrays.stream(Urgency.values())
        .filter(it -> priority(it).toCode().equals(priority))
        .findFirst();
  }

  static @Nullable Urgency urgency(FhirQuery query) {
    return query
        .token("priority")
        .map(it -> urgency(it.code()).orElseThrow(() -> BAD_VALUE.with("priority", it.code())))
        .orElse(null);
  }

  private Statuses() {}
}
