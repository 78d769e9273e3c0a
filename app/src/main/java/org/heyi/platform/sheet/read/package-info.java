/// # 读表 Read
///
/// Reads tables of Excel and CSV that come from outside, within the limits of `sheet/limits.yaml`:
/// no more than cells come out of it, whatever stands in the file. Start reading at [SheetFile].
@NamedInterface("read")
@NullMarked
package org.heyi.platform.sheet.read;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
