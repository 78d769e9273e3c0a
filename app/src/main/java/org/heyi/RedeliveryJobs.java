package org.heyi;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When events whose delivery failed are sent again, on one node.
@Configuration(proxyBeanMethods = false)
class RedeliveryJobs {

  @Bean
  RecurringTask<Void> redeliver(
      Redelivery redelivery, @Value("${heyi.events.redelivery}") Duration pause) {
    return Tasks.recurring("events.redeliver", Schedules.fixedDelay(pause))
        .execute((_, _) -> redelivery.run());
  }
}
