/// # 日历 Calendar
///
/// Knows the country's working days: weekends, public holidays and the working weekends that pay
/// for them. Start reading at [WorkingDays]. It tells nobody; clocks ask it.
@ApplicationModule(
    displayName = "日历 Calendar",
    allowedDependencies = {"platform.shared"})
@NullMarked
package org.heyi.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
