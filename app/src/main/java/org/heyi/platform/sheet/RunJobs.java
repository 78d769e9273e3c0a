package org.heyi.platform.sheet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.heyi.platform.shared.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When begun imports are gone on with, every other second, and their files forgotten, every night.
@Configuration(proxyBeanMethods = false)
class RunJobs {

  @Bean
  RecurringTask<Void> goOnWithImports(RunWork work) {
    return Tasks.recurring("sheet.import", Schedules.fixedDelay(Duration.ofSeconds(2)))
        .execute((_, _) -> work.goOn());
  }

  @Bean
  RecurringTask<Void> forgetImportedFiles(RunWork work) {
    return Tasks.recurring("sheet.forget", Schedules.daily(Moments.CHINA, LocalTime.of(3, 30)))
        .execute((_, _) -> work.forget());
  }
}
