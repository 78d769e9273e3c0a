package org.heyi.platform.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the clocks look: every ten seconds, on one node.
@Configuration(proxyBeanMethods = false)
class WorkJobs {

  @Bean
  RecurringTask<Void> watchTimes(Clocks clocks) {
    return Tasks.recurring(Clocks.NAME, Schedules.fixedDelay(Duration.ofSeconds(10)))
        .execute((_, _) -> clocks.tick());
  }
}
