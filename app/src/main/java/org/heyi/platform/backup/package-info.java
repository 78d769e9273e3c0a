/// # 备份 Backup
///
/// Takes all of an installation out into one sealed file while Heyi works, and puts it back into an
/// empty place, also into one of a newer version: `bin/backup` and `bin/restore`.
///
/// Start reading at [BackupCommand], then [Backup] and [Restore]. It is no part of the running
/// application and tells nothing; that it was at work stands in the audit log.
@ApplicationModule(
    displayName = "备份 Backup",
    allowedDependencies = {"platform.shared", "platform.database", "platform.audit"})
@NullMarked
package org.heyi.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
