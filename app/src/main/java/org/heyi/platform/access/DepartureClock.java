package org.heyi.platform.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.heyi.platform.access.leaving.HandOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 到期离岗: hands over for posts whose last day is past, each in a transaction of its own.
@Component
class DepartureClock {

  private static final Logger LOG = LoggerFactory.getLogger(DepartureClock.class);
  private static final int BATCH = 100;

  private final Departures departures;
  private final DepartureStore store;
  private final AccountSight sight;
  private final TransactionTemplate transaction;

  DepartureClock(
      Departures departures,
      DepartureStore store,
      AccountSight sight,
      TransactionTemplate transaction) {
    this.departures = departures;
    this.store = store;
    this.sight = sight;
    this.transaction = transaction;
  }

  /// One that fails is tried again at the next run, and stops no other.
  ///
  /// @return how many posts handed over
  int run() {
    int done = 0;
    for (var due : store.due(sight.today(), BATCH)) {
      try {
        var ended = transaction.execute(_ -> departures.endByClock(due));
        done += Boolean.TRUE.equals(ended) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.error("post {} could not hand over", due.post(), e);
      }
    }
    return done;
  }

  /// How often the clock looks: a post ends with a day.
  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    RecurringTask<Void> handOverEndedPosts(DepartureClock clock) {
      return Tasks.recurring(HandOver.JOB, Schedules.fixedDelay(Duration.ofMinutes(1)))
          .execute((_, _) -> clock.run());
    }
  }
}
