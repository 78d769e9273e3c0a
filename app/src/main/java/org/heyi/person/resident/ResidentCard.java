package org.heyi.person.resident;

import java.time.LocalDate;
import org.heyi.platform.shared.ResidentId;

/// 居民卡片: what a colleague with a reason sees at a glance; numbers are masked.
///
/// @param sex code of GB/T 2261.1: 0, 1, 2, 9
/// @param idNumber masked, e.g. `120221********1234`, or empty
/// @param phone masked, e.g. `138****1234`, or empty
public record ResidentCard(
    ResidentId id, String name, String sex, LocalDate birthDate, String idNumber, String phone) {}
