package org.heyi.platform.calendar;

import java.time.LocalDate;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;

/// 工作日.
@Service
public class WorkingDays {

  @NoStaffNeeded(because = "the calendar is public")
  public boolean isWorkingDay(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /// The n-th working day after `day`; 0 gives `day` itself or the next working day.
  @NoStaffNeeded(because = "the calendar is public")
  public LocalDate plus(LocalDate day, int workingDays) {
    throw new UnsupportedOperationException();
  }
}
