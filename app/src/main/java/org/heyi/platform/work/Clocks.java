package org.heyi.platform.work;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.work.WorkStep.What;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 时钟: reminds owners before an item is due and tells their heads when it is overdue.
///
/// There is no task per item: what is due is a question to the items themselves, so that moving a
/// date or closing an item has nothing to take back, and a restart forgets nothing. Reminder and
/// escalation are marked on the row in the transaction that publishes them; two nodes that ask at
/// once mark different rows.
@Component
class Clocks {

  static final String NAME = "work.watch-times";
  private static final int BATCH = 200;

  private final ClockStore store;
  private final StepStore steps;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Clocks(
      ClockStore store,
      StepStore steps,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// One run; gives how many were reminded or escalated.
  int tick() {
    int all = 0;
    int some;
    do {
      some = transaction.execute(_ -> batch());
      all += some;
    } while (some > 0);
    return all;
  }

  private int batch() {
    var now = clock.instant();
    List<WorkEvent.Escalated> escalated = store.escalate(now, BATCH);
    escalated.forEach(it -> tell(What.ESCALATED, it));
    List<WorkEvent.Reminded> reminded = store.remind(now, BATCH);
    reminded.forEach(it -> tell(What.REMINDED, it));
    return escalated.size() + reminded.size();
  }

  private void tell(What what, WorkEvent event) {
    var by = Doer.clock(NAME);
    steps.add(event.item(), event.subject(), what, event.kind(), null, null, by, event.at());
    events.publishEvent(event);
  }
}
