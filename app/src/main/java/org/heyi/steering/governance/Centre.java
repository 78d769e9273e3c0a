package org.heyi.steering.governance;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Citation;
import org.jspecify.annotations.Nullable;

/// 中心: a centre or platform that the plan wants (GOV-25, Annex 4 of the catalogue).
///
/// @param kind what it does, of the closed list
/// @param consortium empty where it is of the whole area
/// @param parent the centre it is part of, or empty
/// @param host the institution where it is, or empty where the plan does not say
/// @param due the last day by which the plan wants it, or null
/// @param open whether the pack says that it is open
public record Centre(
    String id,
    CentreGroup group,
    String kind,
    String name,
    String consortium,
    String parent,
    String host,
    @Nullable LocalDate due,
    boolean open,
    List<Charge> functions,
    Citation origin) {

  static final List<String> KINDS =
      List.of(
          "management",
          "medical_affairs",
          "operations",
          "human_resources",
          "finance",
          "settlement",
          "insurance",
          "quality",
          "information",
          "public_health",
          "logistics",
          "chest_pain",
          "stroke",
          "trauma",
          "maternal",
          "newborn",
          "emergency_net",
          "laboratory",
          "imaging",
          "ecg",
          "pathology",
          "consultation",
          "sterile_supply",
          "prescription_review",
          "tumour",
          "chronic",
          "mdt",
          "referral",
          "health_management",
          "training",
          "education",
          "rehabilitation",
          "tcm",
          "cockpit",
          "platform");

  /// 状态: how a centre stands on a day.
  public enum State {
    OPEN,
    /// The plan's date has passed.
    OVERDUE,
    DUE,
    /// The plan gives no date.
    UNDATED
  }

  public State state(LocalDate on) {
    if (open) {
      return State.OPEN;
    }
    if (due == null) {
      return State.UNDATED;
    }
    return due.isBefore(on) ? State.OVERDUE : State.DUE;
  }
}
