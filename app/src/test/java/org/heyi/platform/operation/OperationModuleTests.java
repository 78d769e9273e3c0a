package org.heyi.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.operation.web.FigureWords;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// What is shown of the running system: the same numbers on the page, as JSON and for Prometheus.
@HeyiTest
class OperationModuleTests {

  private static final String JOB = "operation.test-job";

  @Autowired Operations operations;
  @Autowired FigureExport export;
  @Autowired NodeStore nodes;
  @Autowired OperationSettings settings;
  @Autowired ObjectProvider<FigureSource> sources;
  @Autowired ObjectProvider<RecurringTask<?>> jobs;
  @Autowired MessageSource messages;
  @Autowired MockMvcTester http;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  Staff watcher;

  @BeforeEach
  void aWatcher() {
    watcher = TestStaff.with("system-admin", "operation-office");
  }

  @AfterEach
  void tidy() {
    jdbc.sql("delete from infra.scheduled_tasks where task_name = :job").param("job", JOB).update();
    jdbc.sql("delete from infra.event_publication where listener_id = :job")
        .param("job", JOB)
        .update();
    jdbc.sql("delete from operation.node where host = :job").param("job", JOB).update();
  }

  @Test
  void everyFigureIsSaidInBothLanguages() {
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      var words = new Words(messages, locale);
      for (var source : sources) {
        assertThat(words.of("figures." + source.group())).isNotBlank();
        for (var figure : source.figures()) {
          assertThat(FigureWords.label(figure, words)).isNotBlank();
          if (settings.limits().containsKey(figure.name())) {
            assertThat(words.of(figure.word() + ".do")).isNotBlank();
          }
        }
      }
      for (var job : jobs) {
        assertThat(FigureWords.job(job.getName(), words)).isNotEqualTo(job.getName());
      }
    }
  }

  /// The kinds of sign-in are ours to know; each is said, not shown as its code.
  @Test
  void thePartsOfSignInAreSaid() {
    var words = new Words(messages, Locale.ENGLISH);

    for (var figure : figures("access")) {
      figure
          .parts()
          .keySet()
          .forEach(it -> assertThat(FigureWords.part(figure, it, words)).matches("|[A-Z].*"));
    }
  }

  @Test
  void everyLimitIsOfAFigureThatThereIs() {
    var names = new TreeSet<String>();
    sources.forEach(it -> it.figures().forEach(figure -> names.add(figure.name())));

    assertThat(names).containsAll(settings.limits().keySet());
    assertThat(settings.limits()).isNotEmpty();
  }

  @Test
  void pageJsonAndPrometheusShowTheSameNumbers() {
    aJob(Duration.ofMinutes(-20), 4);

    var failures = "heyi_job_failures{job=\"" + JOB + "\"} 4";
    assertThat(scraped()).contains(failures);
    var json = new JsonMapper().readTree(TestBrowser.text(get("/api/operation")));
    assertThat(json.at("/groups").valueStream())
        .filteredOn(it -> it.path("name").stringValue().equals("job"))
        .singleElement()
        .satisfies(it -> assertThat(it.at("/figures/1/parts/" + JOB).doubleValue()).isEqualTo(4));
    assertThat(TestBrowser.text(get("/operation"))).contains(JOB, ">4</span>");
  }

  @Test
  void aLateOrFailingJobAsksForAttention() {
    aJob(Duration.ofMinutes(-20), 4);

    var overview = operations.overview(watcher);

    assertThat(overview.high())
        .extracting(it -> it.figure().name())
        .contains("job.late", "job.failures");
    assertThat(overview.jobs())
        .filteredOn(it -> it.name().equals(JOB))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.late()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
          assertThat(it.failures()).isEqualTo(4);
          assertThat(it.success()).isNull();
        });
  }

  @Test
  void aJobThatRunsOrWaitsIsNotLate() {
    aJob(Duration.ofMinutes(5), 0);
    assertThat(figure("job.late").parts()).containsEntry(JOB, 0.0);

    jdbc.sql(
            """
            update infra.scheduled_tasks set picked = true, picked_by = 'here',
                   execution_time = now() - interval '1 hour' where task_name = :job
            """)
        .param("job", JOB)
        .update();

    assertThat(figure("job.late").parts()).containsEntry(JOB, 0.0);
  }

  @Test
  void eventsThatWaitAreCounted() {
    var before = figure("event.incomplete").worst();
    var failedBefore = figure("event.failed").worst();

    anEvent("PUBLISHED", Duration.ofMinutes(40));
    anEvent("FAILED", Duration.ofMinutes(10));

    assertThat(figure("event.incomplete").worst()).isEqualTo(before + 2);
    assertThat(figure("event.failed").worst()).isEqualTo(failedBefore + 1);
    assertThat(figure("event.oldest").worst()).isGreaterThanOrEqualTo(40 * 60);
    assertThat(operations.overview(watcher).high())
        .extracting(it -> it.figure().name())
        .contains("event.oldest", "event.failed");
  }

  @Test
  void aNodeIsAliveWhileItSaysSo() {
    var id = UUID.randomUUID();
    nodes.seen(id, JOB, 7, "1.0");
    assertThat(node().alive()).isTrue();
    var alive = figure("node.alive").worst();

    silence(id, settings.silent().plusSeconds(5));
    assertThat(node().alive()).isFalse();
    assertThat(figure("node.alive").worst()).isEqualTo(alive - 1);
    assertThat(figure("node.gone").worst()).isPositive();

    nodes.seen(id, JOB, 7, "1.0");
    assertThat(node().alive()).isTrue();
    silence(id, settings.forgotten().plusSeconds(5));
    nodes.forget(settings.forgotten());
    assertThat(nodes.all(settings.silent())).noneMatch(it -> it.host().equals(JOB));
  }

  @Test
  void aHeartBeatsFromStartToStop() throws Exception {
    var build = new Build(new DefaultListableBeanFactory().getBeanProvider(BuildProperties.class));
    var quick =
        new OperationSettings(
            Duration.ofMillis(50),
            settings.silent(),
            settings.forgotten(),
            settings.refresh(),
            settings.refreshes(),
            settings.limits());
    var own = ProcessHandle.current().pid();
    var heart = new Heartbeat(nodes, quick, build);

    heart.start();
    // The beat is a row that its own thread writes: one can only look again.
    for (int i = 0; i < 100 && pids().noneMatch(it -> it == own); i++) {
      Thread.sleep(50);
    }
    assertThat(heart.isRunning()).isTrue();
    assertThat(pids()).contains(own);
    heart.stop();

    assertThat(heart.isRunning()).isFalse();
    assertThat(pids()).doesNotContain(own);
  }

  @Test
  void onlyWatchersSeeIt() {
    var doctor = TestStaff.with("village-doctor", "operation-clinic");

    assertThatThrownBy(() -> operations.overview(doctor))
        .hasMessageContaining("operation.not-a-watcher");
    assertThatThrownBy(() -> operations.parts(doctor))
        .hasMessageContaining("operation.not-a-watcher");
  }

  /// A page left open must not keep its session alive for ever.
  @Test
  void thePageRenewsItselfSoManyTimes() {
    assertThat(TestBrowser.text(get("/operation")))
        .contains("hx-get=\"/operation?left=" + (settings.refreshes() - 1) + "\"", "<html");
    assertThat(TestBrowser.text(part("/operation?left=1")))
        .contains("hx-get=\"/operation?left=0\"")
        .doesNotContain("<html");
    assertThat(TestBrowser.text(part("/operation?left=0"))).doesNotContain("hx-get", "hx-trigger");
    assertThat(TestBrowser.text(part("/operation?left=9999")))
        .contains("hx-get=\"/operation?left=" + (settings.refreshes() - 1) + "\"");
  }

  private MvcTestResult get(String path) {
    return http.get().uri(path).with(TestStaff.signedIn(watcher)).exchange();
  }

  private MvcTestResult part(String path) {
    return http.get()
        .uri(path)
        .header("HX-Request", "true")
        .with(TestStaff.signedIn(watcher))
        .exchange();
  }

  private NodeView node() {
    return nodes.all(settings.silent()).stream()
        .filter(it -> it.host().equals(JOB))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Long> pids() {
    return nodes.all(settings.silent()).stream().map(NodeView::pid);
  }

  private void silence(UUID id, Duration time) {
    jdbc.sql(
            """
            update operation.node set started_at = now() - make_interval(secs => :silent),
                   seen_at = now() - make_interval(secs => :silent) where id = :id
            """)
        .param("silent", time.toSeconds())
        .param("id", id)
        .update();
  }

  private Figure figure(String name) {
    return sources.stream()
        .flatMap(it -> it.figures().stream())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Figure> figures(String group) {
    return sources.stream()
        .filter(it -> it.group().equals(group))
        .flatMap(it -> it.figures().stream())
        .toList();
  }

  /// As Prometheus would read it, in short.
  private List<String> scraped() {
    return export.collect().stream()
        .map(GaugeSnapshot.class::cast)
        .flatMap(metric ->
            metric.getDataPoints().stream()
                .map(it ->
                    metric.getMetadata().getName()
                        + it.getLabels()
                        + " "
                        + Math.round(it.getValue())))
        .toList();
  }

  private void aJob(Duration next, int failures) {
    jdbc.sql(
            """
            insert into infra.scheduled_tasks (task_name, task_instance, execution_time, picked,
              consecutive_failures, version)
            values (:job, 'recurring', now() + make_interval(secs => :next), false, :failures, 1)
            """)
        .param("job", JOB)
        .param("next", next.toSeconds())
        .param("failures", failures)
        .update();
  }

  private void anEvent(String status, Duration age) {
    jdbc.sql(
            """
            insert into infra.event_publication (id, listener_id, event_type, serialized_event,
              publication_date, status)
            values (:id, :job, 'none', '{}', :at, :status)
            """)
        .param("id", UUID.randomUUID())
        .param("job", JOB)
        .param("at", Moments.utc(clock.instant().minus(age)))
        .param("status", status)
        .update();
  }
}
