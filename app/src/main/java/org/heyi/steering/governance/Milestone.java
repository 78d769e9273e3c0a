package org.heyi.steering.governance;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Citation;

/// 阶段目标: what the plan wants to have reached by a day.
///
/// @param consortium empty where it is of the whole area
/// @param parameters policy parameters that hold the numbers to be reached
public record Milestone(
    String consortium,
    LocalDate by,
    String says,
    String saysEn,
    List<String> parameters,
    Citation origin) {}
