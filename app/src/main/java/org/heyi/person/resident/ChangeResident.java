package org.heyi.person.resident;

import org.heyi.platform.shared.ResidentId;

/// 更正居民信息.
///
/// @param version the one the reader saw
public record ChangeResident(ResidentId id, int version, Particulars person) {}
