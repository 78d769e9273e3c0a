package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;

/// 可约号: one time segment in which the caller may take a slot now.
///
/// @param slot one free slot of the segment; taking it may give another of the same segment when
///   somebody was quicker
/// @param slotClass `expert` or `ordinary`
/// @param reserved from the share reserved for family doctors and primary institutions
/// @param left how many the caller may still take in this segment
public record FreeSlot(
    SlotId slot,
    InstitutionId hospital,
    String department,
    String departmentName,
    String practitioner,
    String slotClass,
    Instant start,
    Instant end,
    boolean reserved,
    int left) {}
