package org.heyi.flow.capacity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When lapsed holds and unused reserved slots are tidied up. No rule waits for it: lapsed holds
/// count as free and unused slots as released from the moment itself.
@Configuration(proxyBeanMethods = false)
class CapacityClocks {

  @Bean
  RecurringTask<Void> freeLapsedHolds(Tidying tidying) {
    return Tasks.recurring("capacity.free-lapsed", Schedules.fixedDelay(Duration.ofMinutes(1)))
        .execute((_, _) -> tidying.freeLapsed());
  }

  @Bean
  RecurringTask<Void> closeVacancies(Tidying tidying) {
    return Tasks.recurring(Vacancies.JOB, Schedules.fixedDelay(Duration.ofMinutes(10)))
        .execute((_, _) -> tidying.closeVacancies());
  }

  @Bean
  RecurringTask<Void> markUnusedReserved(Tidying tidying) {
    return Tasks.recurring("capacity.mark-unused", Schedules.fixedDelay(Duration.ofMinutes(10)))
        .execute((_, _) -> tidying.markUnused());
  }
}
