/// # 表格 Sheet
///
/// Brings lists in from Excel and CSV and takes them out: checked in full before anything is
/// written, wrong rows given back marked, the same file twice without effect. Start reading at
/// [Imports], then [SheetImport], which rooms above implement, and [Exports]. It asks access who
/// holds a post still ([StaffOfPost]), and tells audit.
@ApplicationModule(
    displayName = "表格 Sheet",
    allowedDependencies = {"platform.shared", "platform.shell", "platform.audit"})
@NullMarked
package org.heyi.platform.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
