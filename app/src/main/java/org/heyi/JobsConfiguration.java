package org.heyi;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.heyi.platform.shell.log.OnBehalf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Runs the jobs of all rooms, each on one node at a time and again after a crash.
///
/// A room declares a `RecurringTask` bean. Jobs run by the machine's time; what they decide, they
/// decide by the application's clock. Tests switch them off and call what they call.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "heyi.jobs.enabled", matchIfMissing = true)
class JobsConfiguration {

  private static final String TABLE = "infra.scheduled_tasks";
  private static final int THREADS = 4;
  private static final Logger LOG = LoggerFactory.getLogger(JobsConfiguration.class);

  @Bean
  Scheduler scheduler(DataSource database, List<RecurringTask<?>> tasks) {
    return Scheduler.create(database)
        .startTasks(tasks)
        .tableName(TABLE)
        .threads(THREADS)
        .pollingInterval(Duration.ofSeconds(1))
        // Six missed beats, and a job that a killed process was at begins anew: within 80 seconds.
        .heartbeatInterval(Duration.ofSeconds(10))
        .alwaysPersistTimestampInUTC()
        .addExecutionInterceptor(JobsConfiguration::run)
        .failureLogging(LogLevel.OFF, false)
        .build();
  }

  /// The scheduler's own line about a failure would quote what the exception says.
  private static CompletionHandler<?> run(
      TaskInstance<?> job, ExecutionContext context, ExecutionChain rest) {
    OnBehalf.job(job.getTaskName());
    try {
      return rest.proceed(job, context);
    } catch (RuntimeException e) {
      LOG.warn("the job {} failed", job.getTaskName(), e);
      throw e;
    }
  }

  /// Starts after everything else and stops before everything else.
  @Bean
  SmartLifecycle runningJobs(Scheduler scheduler) {
    return new SmartLifecycle() {
      @Override
      public void start() {
        scheduler.start();
      }

      @Override
      public void stop() {
        scheduler.stop();
      }

      @Override
      public boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
      }
    };
  }
}
