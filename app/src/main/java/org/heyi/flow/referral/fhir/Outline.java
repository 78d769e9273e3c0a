package org.heyi.flow.referral.fhir;

import java.time.Instant;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.list.ReferralRow;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// 概要: what both a list and the referral itself tell; no clinical content.
record Outline(
    ReferralFacts facts,
    String number,
    ResidentId resident,
    String residentName,
    String senderName,
    @Nullable InstitutionId hospital,
    String hospitalName,
    String department,
    String departmentName,
    @Nullable Urgency urgency,
    @Nullable Instant sent,
    Instant changed,
    String assigneeName) {

  private static final String VALUES = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  static Outline of(ReferralRow it) {
    return new Outline(
        it.facts(),
        it.number(),
        it.resident(),
        it.residentName(),
        it.senderName(),
        it.facts().receiver(),
        it.receiverName(),
        it.department(),
        it.departmentName(),
        it.urgency(),
        it.sentAt(),
        it.changedAt(),
        it.assigneeName());
  }

  static Outline of(ReferralView it) {
    var to = it.request().to();
    return new Outline(
        it.facts(),
        it.number(),
        it.resident().id(),
        it.resident().name(),
        it.senderName(),
        to == null ? null : to.hospital(),
        it.receiverName(),
        to == null ? "" : to.department(),
        it.departmentName(),
        it.request().urgency(),
        sent(it),
        it.course().getLast().at(),
        it.assigneeName());
  }

  private static @Nullable Instant sent(ReferralView it) {
    return it.course().stream()
        .filter(step -> step.action() == ReferralAction.SEND)
        .map(ReferralView.Course::at)
        .findFirst()
        .orElse(null);
  }

  Reference patient() {
    return new Reference("Patient/" + resident).setDisplay(residentName);
  }

  Reference sender() {
    return organization(facts.sender(), senderName);
  }

  @Nullable Reference receiver() {
    return hospital == null ? null : organization(hospital, hospitalName);
  }

  /// Whose turn it is.
  @Nullable Reference owner() {
    var owner = facts.owner();
    if (owner == null) {
      return null;
    }
    return organization(owner, owner.equals(facts.sender()) ? senderName : hospitalName);
  }

  static Reference organization(InstitutionId id, String name) {
    return new Reference("Organization/" + id).setDisplay(name.isEmpty() ? null : name);
  }

  /// Says that not everything stands in it (R4 3.1.1.5.9).
  static void subsetted(Meta meta) {
    meta.addTag().setSystem(VALUES).setCode("SUBSETTED");
  }
}
