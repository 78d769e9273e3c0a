package org.heyi.platform.shell;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.heyi.platform.shared.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the keys of old forms are forgotten: every night.
@Configuration(proxyBeanMethods = false)
class OnceJobs {

  @Bean
  RecurringTask<Void> forgetOldKeys(Once once) {
    return Tasks.recurring("shell.forget-keys", Schedules.daily(Moments.CHINA, LocalTime.of(3, 20)))
        .execute((_, _) -> once.forget());
  }
}
