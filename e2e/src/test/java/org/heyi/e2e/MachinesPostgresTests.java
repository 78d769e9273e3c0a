package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The packaged jar on a PostgreSQL that a database administrator has prepared, in the oldest
/// version that will do, with roles that are no superusers.
@BrowserStory
@PostgresStory
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MachinesPostgresTests {

  private static final Duration BOUND = Duration.ofSeconds(9);
  private static final int DOWN_SECONDS = 8;

  private static GivenHouse house;
  private static RunningHeyi heyi;

  @BeforeAll
  static void aHouse(@TempDir Path folder) throws Exception {
    house = GivenHouse.in(folder);
    heyi = RunningHeyi.start(house.data(), house.environment());
  }

  @AfterAll
  static void stop() throws Exception {
    heyi.close();
    house.close();
  }

  @Test
  @Order(1)
  @Timeout(150)
  void theStoryPlays() throws Exception {
    try (var stage = new Stage(heyi)) {
      GivenHouse.publishNextWeek(stage);
      new ReferralStory(stage).play("zh-CN", 1280, house::dayOfVisit);
    }
    assertThat(Script.run(heyi.data(), house.environment(), "audit-verify").code()).isZero();
    assertThat(
            house.text(
                "select string_agg(rolname, ' ' order by rolname) from pg_roles where rolsuper"))
        .isEqualTo("postgres");
    assertThat(
            house.text(
                "select count(distinct usename)::text from pg_stat_activity where usename = 'heyi_app'"))
        .isEqualTo("1");
    System.out.printf(
        "given PostgreSQL %s: the story was played%n", house.text("show server_version"));
  }

  /// The database is stopped for a while: everybody is told, and nobody starts Heyi again.
  @Test
  @Order(2)
  @Timeout(90)
  void aStoppedDatabaseIsSaidAndComesBack() throws Exception {
    assertThat(signIn().statusCode()).isEqualTo(200);
    int asked = 0;
    long slowest = 0;
    house.postgres().stop();
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DOWN_SECONDS);
    while (System.nanoTime() < until) {
      var began = System.nanoTime();
      var answer = signIn();
      slowest = Math.max(slowest, System.nanoTime() - began);
      asked++;
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("连不上数据库", "shell.database-away");
    }
    house.postgres().start();
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
}
