/// # 排班表导入 Roster
///
/// Clinics from a sheet, each row one clinic, as drafts to be published. Start reading at
/// [ClinicImport].
@NullMarked
package org.heyi.flow.capacity.roster;

import org.jspecify.annotations.NullMarked;
