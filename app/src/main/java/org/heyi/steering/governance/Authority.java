package org.heyi.steering.governance;

import java.util.List;
import org.heyi.platform.policy.Citation;

/// 政府部门职责: a government department and what the plan gives it to do (GOV-31).
public record Authority(String institution, List<Charge> duties, Citation origin) {

  private static final String LEAD = "lead";

  static final List<String> DUTIES =
      List.of(
          LEAD,
          "planning",
          "headcount",
          "posts",
          "titles",
          "pay",
          "funds",
          "payment",
          "pricing",
          "fund_supervision",
          "autonomy",
          "assessment",
          "inspection",
          "filing",
          "information",
          "organisation",
          "cooperation");

  /// Whether the plan lets this department lead, as the health commission does.
  public boolean leads() {
    return duties.stream().anyMatch(it -> it.duty().equals(LEAD));
  }
}
