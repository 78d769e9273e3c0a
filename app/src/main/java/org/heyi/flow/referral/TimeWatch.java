package org.heyi.flow.referral;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.heyi.flow.referral.Referral.Returned;
import org.heyi.flow.referral.Referral.Withdrawable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 时限: what happens to referrals when a time runs out. Drafts nobody finished, returned ones nobody
/// sent again, unreviewed ones whose visit is over and accepted ones nobody found another time for
/// expire; a returned one first loses its slot.
///
/// Each in a transaction of its own that holds the row and looks again, so that it happens once,
/// however many nodes there are.
@Component
class TimeWatch {

  private static final Logger LOG = LoggerFactory.getLogger(TimeWatch.class);
  private static final int BATCH = 200;

  private final ReferralStore store;
  private final Casebook casebook;
  private final ScheduleFollower follower;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TimeWatch(
      ReferralStore store,
      Casebook casebook,
      ScheduleFollower follower,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.casebook = casebook;
    this.follower = follower;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// @return how many referrals were changed
  int run() {
    return each(follower.outOfStep(BATCH), follower::catchUp)
        + each(store.overdue(clock.instant(), BATCH), this::end);
  }

  private int each(List<ReferralId> ids, Predicate<ReferralId> change) {
    int done = 0;
    for (var id : ids) {
      try {
        done += Boolean.TRUE.equals(transaction.execute(_ -> change.test(id))) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.error("referral {} could not be changed by the clock", id, e);
      }
    }
    return done;
  }

  private boolean end(ReferralId id) {
    var found = store.lock(id).orElseThrow();
    var clocks = store.clocks(id);
    var it = found.referral();
    var by = Clockwork.of(it);
    if (isOver(clocks.expires()) && it instanceof Withdrawable open) {
      casebook.put(found, open.expire(), Step.of(ReferralAction.EXPIRE), by);
      return true;
    }
    if (isOver(clocks.holdUntil()) && it instanceof Returned returned) {
      casebook.put(
          found,
          returned.loseVisit(),
          Step.of(ReferralAction.FREE_SLOT),
          found.facts().handler(),
          by);
      return true;
    }
    return false;
  }

  private boolean isOver(@org.jspecify.annotations.Nullable Instant time) {
    return time != null && !time.isAfter(clock.instant());
  }

  /// How often the clock looks: the deadlines are hours.
  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    RecurringTask<Void> watchReferralTimes(TimeWatch watch) {
      return Tasks.recurring(Clockwork.JOB, Schedules.fixedDelay(Duration.ofMinutes(1)))
          .execute((_, _) -> watch.run());
    }
  }
}
