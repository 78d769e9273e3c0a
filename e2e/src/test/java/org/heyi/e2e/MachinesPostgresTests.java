package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The packaged jar on a PostgreSQL that a database administrator has prepared, in the oldest
/// version that will do, with roles that are no superusers.
///
/// There is no demonstration on a given database: the house is the old one of [Landed], restored
/// there, and works by the real clock. Its schedule clerk publishes next week's clinics as in real
/// life. Two things only time can do are done in the database by hand: the passwords are as new as
/// if the backup were of yesterday, and the day of the visit comes.
@BrowserStory
@PostgresStory
class MachinesPostgresTests {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Duration BOUND = Duration.ofSeconds(9);
  private static final int DOWN_SECONDS = 8;

  private static MachinesPostgres postgres;
  private static RunningHeyi heyi;

  @BeforeAll
  static void aHouse(@TempDir Path folder) throws Exception {
    postgres = MachinesPostgres.start(folder);
    var data = folder.resolve("data");
    var restored =
        Script.run(data, postgres.environment(), "restore", Landed.BACKUP.toAbsolutePath());
    assertThat(restored.code()).isZero();
    execute("update access.account set password_at = now()");
    heyi = RunningHeyi.start(data, postgres.environment());
  }

  @AfterAll
  static void stop() throws Exception {
    heyi.close();
    postgres.close();
  }

  @Test
  @Timeout(150)
  void theStoryPlays() throws Exception {
    try (var stage = new Stage(heyi)) {
      publishNextWeek(stage);
      new ReferralStory(stage).play("zh-CN", 1280, MachinesPostgresTests::dayOfVisit);
    }
    assertThat(Script.run(heyi.data(), postgres.environment(), "audit-verify").code()).isZero();
    assertThat(
            text("select string_agg(rolname, ' ' order by rolname) from pg_roles where rolsuper"))
        .isEqualTo("postgres");
    assertThat(
            text(
                "select count(distinct usename)::text from pg_stat_activity where usename = 'heyi_app'"))
        .isEqualTo("1");
    System.out.printf("given PostgreSQL %s: the story was played%n", text("show server_version"));
  }

  /// The database is stopped for a while: everybody is told, and nobody starts Heyi again.
  @Test
  @Timeout(90)
  void aStoppedDatabaseIsSaidAndComesBack() throws Exception {
    assertThat(signIn().statusCode()).isEqualTo(200);
    int asked = 0;
    long slowest = 0;
    postgres.stop();
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DOWN_SECONDS);
    while (System.nanoTime() < until) {
      var began = System.nanoTime();
      var answer = signIn();
      slowest = Math.max(slowest, System.nanoTime() - began);
      asked++;
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("连不上数据库", "shell.database-away");
    }
    postgres.start();
    var began = System.nanoTime();
    while (signIn().statusCode() != 200) {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
    System.out.printf(
        "given PostgreSQL stopped: %d answers in words, the slowest after %d ms; well again %d ms"
            + " after it was up%n",
        asked,
        TimeUnit.NANOSECONDS.toMillis(slowest),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    assertThat(asked).isPositive();
    assertThat(Duration.ofNanos(slowest)).isLessThan(BOUND);
  }

  private static void publishNextWeek(Stage stage) {
    var monday = LocalDate.now(CHINA).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    try (var clerk = stage.visitor("schedule1", "zh-CN", 1280)) {
      Stage.press(clerk, "/clinics?week=" + monday, "/clinics/draft");
      Stage.press(
          clerk,
          "/clinics/publish?from=%s&until=%s".formatted(monday, monday.plusDays(6)),
          "/clinics/publish");
      assertThat(clerk.page().url()).contains("/clinics?week=" + monday);
    }
  }

  private static void dayOfVisit(String referral) throws SQLException {
    execute(
        """
        with visit as (
          select slot, (now() at time zone 'Asia/Shanghai')::date as today
            from capacity.appointment
           where purpose_kind = 'referral' and current and purpose_id = '%s')
        update capacity.slot
           set day = today,
               session_at = (today + time '08:00') at time zone 'Asia/Shanghai',
               starts_at = (today + time '08:00') at time zone 'Asia/Shanghai',
               ends_at = (today + time '08:15') at time zone 'Asia/Shanghai'
          from visit where id = slot
        """
            .formatted(referral.substring(referral.lastIndexOf('/') + 1)));
  }

  /// The page's first question goes to the database: it is nobody's session that the cookie names.
  private static HttpResponse<String> signIn() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var page =
          HttpRequest.newBuilder(URI.create(heyi.address() + "/sign-in"))
              .header("Accept", "text/html")
              .header("Cookie", "heyi-session=bm9ib2R5")
              .build();
      return http.send(page, BodyHandlers.ofString());
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = postgres.asSuperuser("heyi");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (var connection = postgres.asSuperuser("heyi");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
