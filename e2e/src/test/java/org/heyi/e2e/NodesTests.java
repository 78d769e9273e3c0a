package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// R11, R21: two nodes on one database behind a plain load balancer. Both are restarted one after
/// the other under people at work, and nobody notices; one is killed in the middle of the story,
/// and the other one ends it. Jobs run once for both.
@BrowserStory
@PostgresStory
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTests {

  private static final String DRAIN = "2s";
  private static final int CLIENTS = 3;
  private static final int BREATH_MILLIS = 50;
  private static final int NAMINGS = 8;
  private static final Pattern CANDIDATE = Pattern.compile("value=\"([a-z0-9-]+:[0-9a-f-]{36})\"");

  private static Path folder;
  private static GivenHouse house;
  private static FrontDoor door;
  private static final List<RunningHeyi> HEYI = new ArrayList<>();
  private static final List<FrontDoor.Node> NODES = new ArrayList<>();

  @BeforeAll
  static void twoNodes(@TempDir Path place) throws Exception {
    folder = place;
    house = GivenHouse.in(place);
    for (int i = 0; i < 2; i++) {
      NODES.add(new FrontDoor.Node(0, freePort()));
      HEYI.add(start(i));
    }
    door = new FrontDoor(List.copyOf(NODES));
  }

  @AfterAll
  static void stop() throws Exception {
    door.close();
    HEYI.forEach(RunningHeyi::close);
    house.close();
  }

  @Test
  @Order(1)
  @Timeout(60)
  void jobsRunOnceForBoth() throws Exception {
    var runs = new TreeMap<String, Integer>();
    int early = 0;
    String last = "";
    long lastAt = 0;
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (System.nanoTime() < until) {
      var at =
          house.text(
              """
              select coalesce(extract(epoch from last_success)::text, '')
                from infra.scheduled_tasks where task_name = 'audit.seal-recent'
              """);
      if (!at.equals(last)) {
        runs.merge("audit.seal-recent", 1, Integer::sum);
        var now = (long) (Double.parseDouble(at) * 1000);
        early += lastAt > 0 && now - lastAt < 2900 ? 1 : 0;
        last = at;
        lastAt = now;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    System.out.printf(
        "nodes: %s nodes alive; in 15 s runs of a job due every 3 s %s, of these too early %d;"
            + " jobs with more than one row %s%n",
        house.text(
            "select count(*)::text from operation.node where seen_at > now() - interval '45 s'"),
        runs,
        early,
        house.text(
            """
            select count(*)::text from (select task_name from infra.scheduled_tasks
             group by task_name having count(*) > 1) twice
            """));
    assertThat(
            house.text(
                "select count(*)::text from operation.node where seen_at > now() - interval '45 s'"))
        .isEqualTo("2");
    assertThat(runs.get("audit.seal-recent")).isBetween(2, 6);
    assertThat(early).isZero();
  }

  @Test
  @Order(2)
  @Timeout(240)
  void bothAreRestartedUnderLoadAndNobodyNotices() throws Exception {
    var asked = new AtomicInteger();
    var failed = new ConcurrentHashMap<String, Integer>();
    var open = new AtomicBoolean(true);
    var before = facts();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var working = new ArrayList<Future<Integer>>();
      for (int i = 0; i < CLIENTS; i++) {
        working.add(clients.submit(load(i, open, asked, failed)));
      }
      try {
        restartOneAfterTheOther();
      } finally {
        open.set(false);
      }
      int registered = 0;
      for (var it : working) {
        registered += it.get();
      }
      var made = facts() - before;
      System.out.printf(
          "nodes: R11: both restarted under %d clients, %d requests, failed %d %s; residents"
              + " acknowledged %d, made %d%n",
          CLIENTS, asked.get(), failed.size(), failed, registered, made);
      assertThat(asked.get()).isGreaterThan(100);
      assertThat(failed).isEmpty();
      assertThat(made).isEqualTo(registered);
    }
  }

  private static void restartOneAfterTheOther() throws Exception {
    for (int i = 0; i < 2; i++) {
      HEYI.get(i).close();
      HEYI.set(i, start(i));
      door.nodes(List.copyOf(NODES));
      awaitReady(NODES.get(i));
    }
  }

  /// What was done is acknowledged while nobody can be told; then one node dies with its share of
  /// the telling. The other tells that, too, and nobody hears anything twice.
  @Test
  @Order(3)
  @Timeout(180)
  void whatTheKilledNodeDidNotTellTheOtherTellsOnce() throws Exception {
    try (var http = HttpClient.newHttpClient();
        var lock = house.postgres().asSuperuser("heyi");
        var statement = lock.createStatement()) {
      var absent = Terminal.signIn(http, behindTheDoor(), "referral1");
      var candidate = CANDIDATE.matcher(absent.open(behindTheDoor(), "/account/deputies"));
      assertThat(candidate.find()).isTrue();
      lock.setAutoCommit(false);
      statement.execute("lock table notice.notice in exclusive mode");
      for (int day = 1; day <= NAMINGS; day++) {
        nameDeputy(
            absent, candidate.group(1), LocalDate.now(GivenHouse.CHINA).plusDays(day).toString());
      }
      HEYI.getFirst().kill();
      lock.rollback();
    }
    TimeUnit.SECONDS.sleep(2);
    int outstanding =
        Integer.parseInt(house.text("select count(*)::text from infra.event_publication"));
    try (var findings = new Findings(house.postgres().asSuperuser("heyi"))) {
      assertThat(findings.orphansInTheEnd().values()).containsOnly(0);
    }
    var told =
        house.text(
            """
            select count(*) || ' to ' || count(distinct (reader, args))
              from notice.notice where key = 'notice.deputy-named'
            """);
    System.out.printf(
        "nodes: %d events, one node killed before it had told its %d; told in the end %s%n",
        NAMINGS, outstanding, told);
    assertThat(outstanding).isBetween(1, NAMINGS - 1);
    assertThat(told).isEqualTo("%d to %d".formatted(NAMINGS, NAMINGS));
    HEYI.set(0, start(0));
    door.nodes(List.copyOf(NODES));
    awaitReady(NODES.getFirst());
  }

  private static void nameDeputy(Terminal absent, String deputy, String day) throws Exception {
    var answer =
        absent.send(
            behindTheDoor(),
            "/account/deputies",
            Map.of(
                "deputy", deputy, "from", day, "last", day, "key", UUID.randomUUID().toString()));
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @Test
  @Order(4)
  @Timeout(240)
  void oneIsKilledInTheMiddleOfTheStoryAndTheOtherEndsIt() throws Exception {
    try (var http = HttpClient.newHttpClient();
        var stage = new Stage(behindTheDoor())) {
      var signedIn = Terminal.signIn(http, behindTheDoor(), "village2");
      GivenHouse.publishNextWeek(stage);
      new ReferralStory(stage)
          .play(
              "zh-CN",
              1280,
              referral -> {
                HEYI.getFirst().kill();
                awaitGone(NODES.getFirst());
                house.dayOfVisit(referral);
              });
      assertThat(signedIn.open(behindTheDoor(), "/referrals/sent")).contains("/sign-out");
    }
    assertThat(door.isReady(NODES.getFirst())).isFalse();
    HEYI.set(0, start(0));
    try (var findings = new Findings(house.postgres().asSuperuser("heyi"))) {
      var orphans = findings.orphansInTheEnd();
      var sealedTwice =
          house.text("select (count(*) - count(distinct entry))::text from audit.seal");
      System.out.printf(
          "nodes: one of two killed in the middle, the story was ended by the other; entries sealed"
              + " twice %s, orphans %s%n",
          sealedTwice, orphans);
      assertThat(sealedTwice).isEqualTo("0");
      assertThat(orphans.values()).containsOnly(0);
    }
    assertThat(Script.run(house.data(), house.environment(), "audit-verify").code()).isZero();
  }

  /// One person who looks at pages and registers residents, through the door.
  ///
  /// @return how many residents Heyi said are registered
  private static Callable<Integer> load(
      int number,
      AtomicBoolean open,
      AtomicInteger asked,
      ConcurrentHashMap<String, Integer> failed)
      throws IOException, InterruptedException {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var logins = List.of("village1", "village2", "family1");
    var person = Terminal.signIn(http, behindTheDoor(), logins.get(number % logins.size()));
    return () -> {
      int registered = 0;
      while (open.get()) {
        try {
          asked.addAndGet(2);
          person.open(behindTheDoor(), "/referrals/sent");
          var answer = person.send(behindTheDoor(), "/residents", resident());
          if (answer.statusCode() / 100 == 3) {
            registered++;
          } else {
            failed.merge("/residents " + answer.statusCode(), 1, Integer::sum);
          }
        } catch (IOException | IllegalStateException e) {
          failed.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        }
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      }
      http.close();
      return registered;
    };
  }

  private static Map<String, String> resident() {
    var fields = new HashMap<String, String>();
    fields.put("name", Invented.name());
    fields.put("system", "ID_CARD");
    fields.put("number", Invented.idNumber());
    fields.put("phone", "19000001234");
    fields.put("residence", "household-here");
    fields.put("consent", "SELF");
    fields.put("key", UUID.randomUUID().toString());
    return fields;
  }

  private static int facts() throws Exception {
    return Integer.parseInt(house.text("select count(*)::text from resident.resident"));
  }

  private static RunningHeyi behindTheDoor() {
    return RunningHeyi.at(house.data(), door.port());
  }

  /// The second node has a directory of its own; only the built-in database's can have one Heyi.
  private static RunningHeyi start(int number) throws IOException {
    var data = number == 0 ? house.data() : folder.resolve("data-" + number);
    Files.createDirectories(data);
    var environment = new HashMap<>(house.environment());
    environment.put("HEYI_DRAIN", DRAIN);
    environment.put("HEYI_MANAGEMENT_PORT", String.valueOf(NODES.get(number).management()));
    var heyi = RunningHeyi.start(data, environment, RunningHeyi.HURRY);
    NODES.set(number, new FrontDoor.Node(heyi.port(), NODES.get(number).management()));
    return heyi;
  }

  private static void awaitReady(FrontDoor.Node node) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!door.isReady(node)) {
      assertThat(System.nanoTime()).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void awaitGone(FrontDoor.Node node) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (door.isReady(node)) {
      assertThat(System.nanoTime()).isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
