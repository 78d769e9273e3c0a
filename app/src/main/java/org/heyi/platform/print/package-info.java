/// # 打印 Print
///
/// Makes PDF documents of templates: Chinese with rare characters, text that can be searched and
/// copied, nothing fetched from anywhere. Start reading at [Printer]. The room whose document it is
/// decides who may have it; this one tells nobody.
@ApplicationModule(
    displayName = "打印 Print",
    allowedDependencies = {"platform.shared", "platform.shell"})
@NullMarked
package org.heyi.platform.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
