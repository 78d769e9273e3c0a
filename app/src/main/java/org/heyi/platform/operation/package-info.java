/// # 运行 Operation
///
/// Says how the system itself runs: database, nodes, jobs, events, and what other rooms count.
///
/// Start reading at [Operations], then [Figure]. Rooms above add their numbers through
/// [FigureSource]; each number has one definition, which the page, `/api/operation` and Prometheus
/// show alike. It calls no room.
@ApplicationModule(
    displayName = "运行 Operation",
    allowedDependencies = {"platform.shared", "platform.shell"})
@NullMarked
package org.heyi.platform.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
