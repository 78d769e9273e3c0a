package org.heyi.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.heyi.platform.shared.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When entries are sealed: new ones every few seconds, forgotten ones every night.
@Configuration(proxyBeanMethods = false)
class SealingJobs {

  @Bean
  RecurringTask<Void> sealRecentEntries(Sealer sealer) {
    return Tasks.recurring("audit.seal-recent", Schedules.fixedDelay(Duration.ofSeconds(3)))
        .execute((_, _) -> sealer.sealRecent());
  }

  @Bean
  RecurringTask<Void> sealAllEntries(Sealer sealer) {
    return Tasks.recurring("audit.seal-all", Schedules.daily(Moments.CHINA, LocalTime.of(3, 40)))
        .execute((_, _) -> sealer.sealAll());
  }
}
