package org.heyi.steering.community.finding;

import java.time.LocalDate;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;

/// 认定例外: lets a warning be.
///
/// @param expected as it was shown
/// @param found as it was shown
/// @param last the last day it holds, or null
public record ExemptFinding(
    AreaId area,
    String rule,
    String target,
    String expected,
    String found,
    String reason,
    @Nullable LocalDate last) {}
