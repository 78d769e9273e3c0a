package org.heyi.flow.capacity;

import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;

/// 预约: take a slot for a resident.
///
/// @param purpose what it is for, e.g. the referral; one live appointment per purpose (constraint)
public record BookSlot(SlotId slot, ResidentId resident, Subject purpose) {}
