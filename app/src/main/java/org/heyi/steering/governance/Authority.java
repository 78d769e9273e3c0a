package org.heyi.steering.governance;

import java.util.List;
import org.heyi.platform.policy.Citation;

/// 政府部门职责: a government department and what the plan gives it to do (GOV-31).
public record Authority(String institution, List<Charge> duties, Citation origin) {

  static final List<String> DUTIES =
      List.of(
          "lead",
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
}
