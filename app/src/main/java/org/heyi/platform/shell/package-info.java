/// # 外壳 Shell
///
/// The frame of every page: layout, words in both languages, refusals, tables, and pressing twice.
/// Start reading at [Words], then [Frame] and [Once]. Rooms add to every page through [MenuEntry],
/// [HomeCard], [SearchSource] and [Badge]; it calls no room. While the database is away it answers
/// for all rooms ([Outage]).
@ApplicationModule(
    displayName = "外壳 Shell",
    allowedDependencies = {"platform.shared"})
@NullMarked
package org.heyi.platform.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
