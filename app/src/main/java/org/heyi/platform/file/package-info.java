/// # 文件 File
///
/// Keeps scans, photos and other evidence: type sniffed, size limited, never executed. Start
/// reading at [StoredFiles]. The room that owns the subject decides who may open a file; it tells
/// nobody.
@ApplicationModule(
    displayName = "文件 File",
    allowedDependencies = {"platform.shared", "platform.shell", "platform.audit"})
@NullMarked
package org.heyi.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
