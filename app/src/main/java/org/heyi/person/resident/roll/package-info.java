/// # 居民名册 Roll
///
/// Residents from a sheet: who of them is new, who is there, and in what they differ. Start reading
/// at [ResidentImport]. What it does, it does through the facades of its room.
@NullMarked
package org.heyi.person.resident.roll;

import org.jspecify.annotations.NullMarked;
