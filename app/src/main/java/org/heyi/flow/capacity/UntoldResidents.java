package org.heyi.flow.capacity;

import java.util.List;
import org.heyi.platform.work.WorkSubjects;
import org.springframework.stereotype.Component;

/// Proves that nobody who has to be told was forgotten: each has an open work item.
@Component
class UntoldResidents implements WorkSubjects {

  private final ScheduleStore store;

  UntoldResidents(ScheduleStore store) {
    this.store = store;
  }

  @Override
  public List<Forgotten> withoutItem(Within within, int most) {
    return store.untold(within, most);
  }
}
