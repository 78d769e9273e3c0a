/// # 写表 Write
///
/// Writes tables as Excel workbooks and CSV in which no cell is ever a formula. Start reading at
/// [Book], then [Harmless].
@NullMarked
package org.heyi.platform.sheet.write;

import org.jspecify.annotations.NullMarked;
