package org.heyi.flow.referral.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralActions;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.flow.referral.list.ReferralRow;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// A referral as JSON: words and ids, masked numbers, and what the caller may do now.
record ReferralJson(
    String id,
    String number,
    String state,
    int version,
    String sender,
    @Nullable String receiver,
    String department,
    @Nullable String urgency,
    String resident,
    String residentName,
    @Nullable Instant visit,
    @Nullable Instant due,
    List<String> actions,
    String complaint,
    Map<String, BigDecimal> vitalSigns,
    @Nullable Code diagnosis,
    @Nullable FirstContact firstContact,
    List<Step> course) {

  /// 首诊机构: that of the resident when it was sent.
  ///
  /// @param beside somebody else sent the resident, which is allowed
  record FirstContact(String institution, boolean beside) {}

  /// @param reasonable what the hospital found of the reasonableness; null where nothing was
  ///   reviewed
  /// @param conforming and of the conformity
  /// @param reasons codes of what spoke against it
  /// @param from hospital and department that sent it on, for a step that did; else empty
  /// @param packVersion of the area's policy pack that it was done under; null where nobody wrote
  ///   it down
  record Step(
      String action,
      String state,
      String by,
      Instant at,
      @Nullable Instant happened,
      String from,
      String to,
      @Nullable Boolean reasonable,
      @Nullable Boolean conforming,
      List<String> reasons,
      @Nullable Integer packVersion) {

    static Step of(ReferralView.Course it) {
      var review = it.review();
      return new Step(
          it.action().code(),
          it.state().code(),
          it.name(),
          it.at(),
          it.happened(),
          it.from(),
          it.to(),
          review == null ? null : review.reasonable(),
          review == null ? null : review.conforming(),
          review == null ? List.of() : review.reasons().stream().map(ReviewReason::code).toList(),
          it.packVersion() == 0 ? null : it.packVersion());
    }
  }

  /// The same in a list: no clinical content.
  record Line(
      String id,
      String number,
      String state,
      int version,
      String sender,
      @Nullable String receiver,
      String department,
      @Nullable String urgency,
      String residentName,
      @Nullable Instant visit,
      @Nullable Instant due,
      List<String> actions) {

    static Line of(ReferralRow it, Staff by) {
      var urgency = it.urgency();
      return new Line(
          it.facts().id().toString(),
          it.number(),
          it.facts().state().code(),
          it.facts().version(),
          it.facts().sender().value(),
          receiverOf(it.facts()),
          it.departmentName(),
          urgency == null ? null : urgency.code(),
          it.residentName(),
          it.visitStart(),
          it.facts().due(),
          words(it.facts(), by));
    }
  }

  static ReferralJson of(ReferralView it, Staff by) {
    var urgency = it.request().urgency();
    var summary = it.summary();
    var diagnosis = summary == null ? null : summary.diagnosis();
    var visit = it.visit();
    var first = it.firstContact();
    return new ReferralJson(
        it.facts().id().toString(),
        it.number(),
        it.facts().state().code(),
        it.facts().version(),
        it.facts().sender().value(),
        receiverOf(it.facts()),
        it.departmentName(),
        urgency == null ? null : urgency.code(),
        it.resident().id().toString(),
        it.resident().name(),
        visit == null || !it.facts().slotHeld() ? null : visit.start(),
        it.facts().due(),
        words(it.facts(), by),
        summary == null ? "" : summary.complaint(),
        summary == null ? Map.of() : summary.vitalSigns(),
        diagnosis == null ? null : diagnosis.code(),
        first == null ? null : new FirstContact(first.institution().value(), first.beside()),
        it.course().stream().map(Step::of).toList());
  }

  private static @Nullable String receiverOf(ReferralFacts it) {
    var receiver = it.receiver();
    return receiver == null ? null : receiver.value();
  }

  private static List<String> words(ReferralFacts it, Staff by) {
    return ReferralActions.of(it, by).stream().map(ReferralAction::code).toList();
  }
}
