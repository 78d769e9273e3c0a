package org.heyi.flow.referral.content;

import java.util.ArrayList;
import java.util.List;

/// What a referral must say before it can be sent.
public final class Completeness {

  /// The fields that are still missing, by the id they have on the form.
  ///
  /// In an emergency nobody waits for a consent that cannot be given (个人信息保护法 第十三条第一款 第四项) nor for
  /// a contact person.
  public static List<String> missing(ClinicalSummary summary, Request request) {
    var missing = new ArrayList<String>();
    need(!summary.complaint().isEmpty(), "complaint", missing);
    need(summary.allergiesAsked(), "allergies", missing);
    need(summary.medicinesAsked(), "medicines", missing);
    need(summary.diagnosis() != null, "diagnosis", missing);
    need(request.to() != null, "department", missing);
    need(request.urgency() != null, "urgency", missing);
    need(!request.reason().isEmpty(), "reason", missing);
    if (request.urgency() != Urgency.EMERGENCY) {
      need(request.consent(), "consent", missing);
      need(request.contact().complete(), "contactName", missing);
    }
    return List.copyOf(missing);
  }

  private static void need(boolean there, String field, List<String> missing) {
    if (!there) {
      missing.add(field);
    }
  }

  private Completeness() {}
}
