package org.heyi.platform.work;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 交接待办: open work that was given to, or claimed by, somebody who leaves. It goes to who takes it
/// on, or becomes free; due time and kind stay.
@Component
@Order(LeftWork.AFTER_THE_SUBJECTS)
class LeftWork implements Belongings {

  static final int AFTER_THE_SUBJECTS = 100;

  private final LeftWorkStore store;
  private final StepStore steps;
  private final Clock clock;

  LeftWork(LeftWorkStore store, StepStore steps, Clock clock) {
    this.store = store;
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public List<Open> open(Leaver leaver) {
    return store.count(leaver);
  }

  @Override
  public void handOver(HandOver it) {
    var now = clock.instant();
    var staff = it.by();
    var by = staff == null ? Doer.clock(HandOver.JOB) : Doer.of(staff);
    for (var item : store.lock(it.from(), now)) {
      var to = it.successor(new DutyAt(item.owner().institution(), item.owner().duty()));
      store.give(item.id(), to.orElse(null), now);
      steps.addHandOver(item, to.map(Successor::name).orElse(null), by, now);
    }
  }
}
