package org.heyi.steering.governance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 治理机构类别: the closed list of GOV-14.
public enum BodyKind {
  MANAGEMENT_COMMITTEE,
  TASK_FORCE,
  COMMITTEE_OFFICE,
  COUNCIL,
  SUPERVISORY_BOARD,
  PARTY_COMMITTEE,
  DELIBERATION,
  GRID_GROUP,
  ALLIANCE_COMMITTEE,
  EXPERT_COMMITTEE,
  PREPARATORY_TASK_FORCE,
  PUBLIC_HEALTH_COMMITTEE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static BodyKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(BodyKind::code).toList();
  }
}
