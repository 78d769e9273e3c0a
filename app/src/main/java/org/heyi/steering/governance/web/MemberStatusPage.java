package org.heyi.steering.governance.web;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.heyi.steering.governance.unified.UnifiedStatus;

/// What the page of one member's status shows.
///
/// @param mayChange whether the reader records it
public record MemberStatusPage(
    Pack area,
    String areaName,
    String consortium,
    String consortiumName,
    UnifiedMatrix.Row row,
    List<UnifiedMatrix.Change> history,
    boolean mayChange,
    List<UnifiedStatus> choices,
    LocalDate today) {}
