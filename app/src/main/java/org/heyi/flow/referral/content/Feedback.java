package org.heyi.flow.referral.content;

import org.jspecify.annotations.Nullable;

/// 转诊反馈: what the hospital tells the sender after treatment (REF-03).
///
/// @param advice what the sender should go on with
public record Feedback(@Nullable Diagnosis diagnosis, String treatment, String advice) {

  public Feedback {
    treatment = treatment.strip();
    advice = advice.strip();
  }

  public boolean complete() {
    return !treatment.isEmpty() && !advice.isEmpty();
  }
}
