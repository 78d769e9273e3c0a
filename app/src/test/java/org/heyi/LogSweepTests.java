package org.heyi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportTrials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// What people and systems send stands nowhere in the log: a broad set of pages, refusals, mistakes
/// and failures with marked values, over real HTTP, and then a search of all that was written.
@HeyiTest
@ExtendWith(OutputCaptureExtension.class)
class LogSweepTests {

  @LocalServerPort int port;
  @Autowired ObjectProvider<RouteFixture> fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired Accounts accounts;
  @Autowired ImportTrials trials;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
  private final Marked marked = new Marked();
  private final List<RequestMappingInfo> broken =
      List.of(
          RequestMappingInfo.paths("/test/broken").build(),
          RequestMappingInfo.paths("/test/broken-sql").build());
  private int requests;

  @BeforeEach
  void pagesThatFail() throws Exception {
    var pages = new Broken(new JdbcTemplate(database));
    mapping.registerMapping(broken.get(0), pages, Broken.class.getDeclaredMethod("fail"));
    mapping.registerMapping(broken.get(1), pages, Broken.class.getDeclaredMethod("sql"));
  }

  @AfterEach
  void asBefore() {
    broken.forEach(mapping::unregisterMapping);
    logging.setLogLevel("org.heyi", LogLevel.INFO);
  }

  /// Failures whose own words repeat what was sent, as those of libraries do.
  static final class Broken {

    private final JdbcTemplate jdbc;

    Broken(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    public String fail() {
      throw new IllegalStateException(
          Marked.NAME + " failed", new IllegalArgumentException("of " + Marked.NUMBER));
    }

    public void sql() {
      jdbc.update(
          "update access.account set id = cast(? as uuid) where phone = ?",
          Marked.NUMBER,
          Marked.PHONE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INFO", "DEBUG"})
  @Satisfies("PLT-08")
  void nothingThatWasSentStandsInTheLog(LogLevel level, CapturedOutput output) throws Exception {
    logging.setLogLevel("org.heyi", level);
    var before = output.getAll().length();

    signIns();
    everyRoute();
    residents();
    tokens();
    systems();
    sheets();
    handMade();
    failures();

    var log = output.getAll().substring(before);
    var hits = marked.in(log);
    System.out.printf(
        "log sweep at %s: requests %d, lines %d, values in %d spellings, hits %d%n",
        level, requests, log.lines().count(), marked.size(), hits.size());
    assertThat(requests).isGreaterThan(1000);
    assertThat(log.lines().count()).isGreaterThan(20);
    assertThat(log)
        .as("what failed is there, under its number")
        .containsPattern("\\[[0-9a-f]{12}\\] .*request [0-9a-f]{12} failed")
        .contains("java.lang.IllegalStateException", "SQL state 22P02", "sweep.failing-job");
    assertThat(hits).isEmpty();
  }

  @Test
  void whatStandsInTheLogWouldBeFound(CapturedOutput output) {
    var before = output.getAll().length();
    LoggerFactory.getLogger("org.heyi.sweep").info("{} was here", Marked.NAME);
    LoggerFactory.getLogger("org.heyi.sweep")
        .warn("at the start", new IllegalStateException("of " + Marked.NUMBER));
    logging.setLogLevel("org.heyi", LogLevel.DEBUG);
    LoggerFactory.getLogger("org.heyi.sweep").debug("{}", TestVisitor.encoded(Marked.ADDRESS));

    assertThat(marked.in(output.getAll().substring(before)))
        .hasSize(3)
        .anyMatch(it -> it.startsWith(Marked.NAME))
        .anyMatch(it -> it.startsWith(Marked.NUMBER))
        .anyMatch(it -> it.startsWith(Marked.ADDRESS));
  }

  private void signIns() {
    try (var visitor = visitor()) {
      visitor.signIn(Marked.NAME, Marked.PASSWORD);
      visitor.signIn(Marked.PASSWORD, Marked.PASSWORD);
      visitor.post("/setup/" + Marked.SECRET, typed());
      for (int i = 0; i < 7; i++) {
        visitor.signIn("sweep-nobody", Marked.PASSWORD);
      }
      requests += 20;
    }
    codes();
  }

  /// The second step: what is typed instead of a code, and the secret that the codes come from.
  private void codes() {
    var careful = TestStaff.another("village-doctor", "ninghe-fengtai-v01");
    marked.add(TestStaff.givePhone(careful).secret());
    try (var visitor = signedIn(careful)) {
      visitor.get("/account/second-factor");
      visitor.get("/account/second-factor/set-up");
      for (var act : List.of("begin", "renew", "remove", Marked.NAME)) {
        visitor.post(
            "/account/second-factor",
            Map.of("act", act, "code", Marked.SECRET, "password", Marked.PASSWORD));
      }
    }
    try (var visitor = visitor()) {
      visitor.get("/sign-in");
      visitor.post(
          "/sign-in", Map.of("login", TestStaff.login(careful), "password", TestStaff.PASSWORD));
      visitor.get("/sign-in/code");
      visitor.post("/sign-in/code", Map.of("code", Marked.SECRET));
      visitor.post("/sign-in/code", Map.of("code", Marked.NAME));
    }
    requests += 15;
  }

  private void systems() {
    var fhir = new FhirSweep(port, accounts);
    fhir.secrets().forEach(marked::add);
    requests += fhir.send();
  }

  private void sheets() {
    try (var visitor = signedIn(TestStaff.with("village-doctor", "ninghe-fengtai-v01"))) {
      requests += new SheetSweep(visitor, trials).send();
    }
  }

  /// Each route as somebody who may and as somebody who may not, with marked values in every field.
  private void everyRoute() {
    for (var row : RouteTable.read()) {
      var real = row.kind().isEmpty() ? null : fixture(row.kind()).make(first(row));
      var able = real == null ? TestStaff.with(first(row), "ninghe-yiyuan") : real.owner();
      var path = path(row, real == null ? Map.of() : real.variables());
      for (var staff : List.of(able, TestStaff.with("audit-admin", "sweep-office"))) {
        try (var visitor = signedIn(staff)) {
          call(visitor, row, path);
          call(visitor, row, path(row, Map.of()));
        }
      }
    }
  }

  private void call(TestVisitor visitor, RouteTable.Row row, String path) {
    requests += 2;
    if (row.method().equals("POST")) {
      visitor.post(path, typed());
      visitor.send("POST", path, json(), "Content-Type", "application/json", "Accept", "*/*");
    } else {
      visitor.get(path + "?" + query(), "Accept", "text/html");
      visitor.get(path + "?q=" + TestVisitor.encoded(Marked.NAME), "Accept", "application/json");
    }
  }

  /// Registered, found, registered again, changed: what succeeds is written nowhere either.
  private void residents() {
    try (var visitor = signedIn(TestStaff.with("village-doctor", "ninghe-fengtai-v01"))) {
      var fields = new HashMap<>(typed());
      fields.putAll(
          Map.of(
              "number",
              Marked.NUMBER,
              "birthDate",
              "",
              "sex",
              "",
              "contactRelation",
              "8",
              "contactPhone",
              Marked.PHONE,
              "consent",
              "SELF",
              "residence",
              "household-here",
              "firstContact",
              "ninghe-fengtai-v01",
              "system",
              "ID_CARD"));
      var first = visitor.post("/residents", fields);
      fields.put("key", UUID.randomUUID().toString());
      visitor.post("/residents", fields);
      for (var found : List.of(Marked.NAME, Marked.NUMBER, Marked.PHONE, Marked.CARD)) {
        visitor.post("/residents/find", Map.of("q", found));
        visitor.post("/search", Map.of("q", found));
      }
      var path = first.headers().firstValue("Location").orElse("/residents").split("[?]", 2)[0];
      visitor.get(path);
      visitor.post(path + "/change", fields);
      requests += 12;
    }
  }

  private void tokens() {
    try (var system = new TestVisitor(port)) {
      var basic =
          Base64.getEncoder().encodeToString((Marked.NAME + ":" + Marked.SECRET).getBytes(UTF_8));
      system.send(
          "POST",
          "/oauth2/token",
          "grant_type=client_credentials&scope=" + TestVisitor.encoded(Marked.NAME),
          "Content-Type",
          "application/x-www-form-urlencoded",
          "Authorization",
          "Basic " + basic);
      for (var header :
          List.of("Bearer " + Marked.TOKEN, "Bearer", "Basic " + basic, Marked.SECRET)) {
        system.get("/api/access/me", "Authorization", header, "Accept", "application/json");
      }
      requests += 5;
    }
  }

  /// What no page of ours sends.
  private void handMade() {
    var name = TestVisitor.encoded(Marked.NAME);
    try (var visitor = signedIn(TestStaff.with("village-doctor", "ninghe-fengtai-v01"))) {
      for (var path :
          List.of("/" + name, "/a;" + name, "/residents/" + name, "/api/" + name, "/a%2F" + name)) {
        visitor.get(path);
        visitor.send("PUT", path, json(), "Content-Type", "application/json");
        visitor.send("POST", path, Marked.NAME, "Content-Type", "text/plain");
      }
      for (var body :
          List.of(
              "{\"text\": " + Marked.NAME,
              "{\"text\": {\"" + Marked.NAME + "\": 1}}",
              "{\"" + Marked.NAME + "\": \"" + Marked.NUMBER + "\"}",
              "\"" + Marked.NAME + "\0\"",
              "{\"text\": \"" + Marked.NAME + "\\u0000\"}")) {
        visitor.send("POST", "/api/resident/find", body, "Content-Type", "application/json");
      }
      visitor.send(
          "POST",
          "/residents",
          "--x\r\nContent-Disposition: form-data; name=\"" + Marked.NAME + "\"\r\n\r\nbroken",
          "Content-Type",
          "multipart/form-data; boundary=x");
      visitor.get("/work?urgency=" + name + "&page=" + name, "Cookie", "heyi-session=" + name);
      visitor.post("/residents/find", Map.of("q", Marked.NAME + "\0"));
      requests += 23;
    }
  }

  private void failures() throws InterruptedException {
    try (var visitor = signedIn(TestStaff.with("village-doctor", "ninghe-fengtai-v01"))) {
      assertThat(visitor.get("/test/broken").statusCode()).isEqualTo(500);
      assertThat(visitor.get("/test/broken-sql").statusCode()).isEqualTo(500);
      requests += 2;
    }
    transaction.executeWithoutResult(
        _ -> events.publishEvent(new LoudListener.Happened(UUID.randomUUID(), Marked.NAME)));
    var began = new CountDownLatch(1);
    var job =
        Tasks.recurring("sweep.failing-job", Schedules.fixedDelay(Duration.ofHours(1)))
            .execute((_, _) -> {
              began.countDown();
              throw new IllegalStateException("the job failed at " + Marked.PHONE);
            });
    var scheduler = new JobsConfiguration().scheduler(database, List.of(job));
    scheduler.start();
    assertThat(began.await(1, TimeUnit.MINUTES)).isTrue();
    scheduler.stop();
    new JdbcTemplate(database)
        .update("delete from infra.scheduled_tasks where task_name = 'sweep.failing-job'");
  }

  private TestVisitor visitor() {
    return new TestVisitor(port);
  }

  private TestVisitor signedIn(Staff staff) {
    var visitor = visitor();
    visitor.signIn(staff);
    visitor
        .cookies()
        .forEach(it -> {
          if (it.getName().equals("heyi-session")) {
            marked.add(it.getValue());
          }
        });
    return visitor;
  }

  private RouteFixture fixture(String kind) {
    return fixtures.stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static String first(RouteTable.Row row) {
    return row.roles().iterator().next();
  }

  /// With marked values where a real thing is not known.
  private static String path(RouteTable.Row row, Map<String, String> known) {
    var sent =
        UriComponentsBuilder.fromUriString("?" + row.sent())
            .build()
            .getQueryParams()
            .toSingleValueMap();
    return UriComponentsBuilder.fromPath(row.route())
        .encode()
        .build()
        .expand(name ->
            known.getOrDefault(name, known.isEmpty() ? Marked.NAME : sent.getOrDefault(name, "x")))
        .toUri()
        .toString();
  }

  private static String json() {
    return "{\"text\":\"%s\",\"name\":\"%s\",\"phone\":\"%s\"}"
        .formatted(Marked.NAME, Marked.LATIN, Marked.PHONE);
  }

  private static String query() {
    var query = new StringBuilder();
    typed()
        .forEach((name, value) ->
            query.append(name).append('=').append(TestVisitor.encoded(value)).append('&'));
    return query.toString();
  }

  /// Every field that any form of ours has.
  private static Map<String, String> typed() {
    var typed = new HashMap<String, String>();
    FormFields.ALL.forEach(it -> typed.put(it, Marked.forField(it)));
    typed.put("key", UUID.randomUUID().toString());
    typed.put("version", "0");
    return typed;
  }
}
