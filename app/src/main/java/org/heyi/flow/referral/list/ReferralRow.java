package org.heyi.flow.referral.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 转诊行: a referral as one line of a list.
///
/// @param department code of the hospital's department, or empty
/// @param visitNumber number within the clinic, 0 without a time
/// @param escalated the head of the owner has been told
public record ReferralRow(
    ReferralFacts facts,
    String number,
    ResidentId resident,
    String residentName,
    String sex,
    @Nullable LocalDate birthDate,
    String senderName,
    String receiverName,
    String department,
    String departmentName,
    String diagnosisName,
    String diagnosisEnglish,
    @Nullable Urgency urgency,
    @Nullable Instant visitStart,
    int visitNumber,
    @Nullable Instant sentAt,
    Instant changedAt,
    String assigneeName,
    boolean escalated) {

  /// Full years, or -1 when the birth date is not known.
  public int ageOn(Instant now) {
    return birthDate == null
        ? -1
        : Period.between(birthDate, LocalDate.ofInstant(now, Moments.CHINA)).getYears();
  }

  public boolean late(Instant now) {
    var due = facts.due();
    return due != null && due.isBefore(now);
  }
}
