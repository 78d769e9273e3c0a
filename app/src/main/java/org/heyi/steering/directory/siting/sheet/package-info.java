/// # 规划导入 Siting sheets
///
/// Sites and settlements of a siting plan from a sheet, so that a health commission brings what it
/// has. Start reading at [SiteImport]; what rows do, they do through
/// [org.heyi.steering.directory.siting.SitingRoll].
@NullMarked
package org.heyi.steering.directory.siting.sheet;

import org.jspecify.annotations.NullMarked;
