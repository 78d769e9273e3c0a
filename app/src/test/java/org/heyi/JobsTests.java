package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Jobs run on a table of our own schema, on one node at a time, and go on after a node is gone.
class JobsTests {

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void aJobRunsOnOneNodeAtATimeAndGoesOnWithoutTheFirst() throws Exception {
    var database = database();
    var first = start(database);
    var second = start(database);
    try {
      waitFor(3);
      first.stop();
      var before = runs.get();
      waitFor(before + 2);
      System.out.printf(
          "jobs: %d runs on 2 nodes, of them %d after the first was gone, at once at most %d%n",
          runs.get(), runs.get() - before, most.get());
      assertThat(most).hasValue(1);
    } finally {
      first.stop();
      second.stop();
    }
  }

  private Scheduler start(DataSource database) {
    var scheduler = new JobsConfiguration().scheduler(database, List.of(job()));
    scheduler.start();
    return scheduler;
  }

  private RecurringTask<Void> job() {
    return Tasks.recurring("test.job", Schedules.fixedDelay(Duration.ofMillis(200)))
        .execute((_, _) -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          pause(100);
          running.decrementAndGet();
          runs.incrementAndGet();
        });
  }

  private void waitFor(int howMany) {
    for (int i = 0; i < 300 && runs.get() < howMany; i++) {
      pause(100);
    }
    assertThat(runs.get()).isGreaterThanOrEqualTo(howMany);
  }

  private static DataSource database() throws Exception {
    var access = TestDatabase.fresh();
    var owner = new DriverManagerDataSource(access.url(), access.owner(), access.password());
    new JdbcTemplate(owner)
        .execute(
            new ClassPathResource("db/migration/__root/V1__infrastructure.sql")
                .getContentAsString(StandardCharsets.UTF_8));
    return owner;
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
