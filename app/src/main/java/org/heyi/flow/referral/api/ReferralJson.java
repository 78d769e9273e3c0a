package org.heyi.flow.referral.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralActions;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralView;
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
    List<Step> course) {

  /// @param from hospital and department that sent it on, for a step that did; else empty
  record Step(
      String action,
      String state,
      String by,
      Instant at,
      @Nullable Instant happened,
      String from,
      String to) {}

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
        it.course().stream()
            .map(step ->
                new Step(
                    step.action().code(),
                    step.state().code(),
                    step.name(),
                    step.at(),
                    step.happened(),
                    step.from(),
                    step.to()))
            .toList());
  }

  private static @Nullable String receiverOf(ReferralFacts it) {
    var receiver = it.receiver();
    return receiver == null ? null : receiver.value();
  }

  private static List<String> words(ReferralFacts it, Staff by) {
    return ReferralActions.of(it, by).stream().map(ReferralAction::code).toList();
  }
}
