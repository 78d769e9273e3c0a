/// 日志: what every line of the log says, and what none may say. Start at
/// [org.heyi.platform.shell.log.Traces].
@NamedInterface("log")
@NullMarked
package org.heyi.platform.shell.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
