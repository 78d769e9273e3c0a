package org.heyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.heyi.TestDatabase;
import org.heyi.platform.audit.Verification.Altered;
import org.heyi.platform.audit.Verification.Difference;
import org.heyi.platform.audit.Verification.Whole;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The log on a database of its own, so that it may be tampered with.
class AuditLogTests {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;
  HikariDataSource pool;
  JdbcClient owner;
  JdbcClient superuser;
  TransactionTemplate transaction;
  AuditStore entries;
  SealStore seals;

  @BeforeEach
  void aLogOfItsOwn() throws Exception {
    var access = TestDatabase.fresh();
    var ownerSource = new DriverManagerDataSource(access.url(), access.owner(), access.password());
    new JdbcTemplate(ownerSource)
        .execute(
            new ClassPathResource("db/migration/platform/audit/V1__audit.sql")
                .getContentAsString(StandardCharsets.UTF_8));
    owner = JdbcClient.create(ownerSource);
    owner.sql("grant usage on schema audit to heyi_app").update();
    owner.sql("grant select, insert on all tables in schema audit to heyi_app").update();
    superuser = JdbcClient.create(new DriverManagerDataSource(access.url(), "postgres", ""));
    pool = new HikariDataSource();
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.app());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(20);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    var jdbc = JdbcClient.create(pool);
    entries = new AuditStore(jdbc, JsonMapper.builder().build());
    seals = new SealStore(jdbc, entries);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void aSealedLogIsWhole() {
    write(7);
    assertThat(verify()).isEqualTo(new Whole(0, 7, 0));

    assertThat(sealer().sealRecent()).isEqualTo(7);

    assertThat(verify()).isEqualTo(new Whole(7, 0, 1));
    assertThat(sealer().sealAll()).isZero();
  }

  @Test
  void anEntryChangedByASuperuserIsNamed() {
    write(9);
    sealer().sealRecent();
    superuser
        .sql(
            """
            update audit.entry set actor = 'nobody'
             where id = (select entry from audit.seal where position = 4)
            """)
        .update();

    assertThat(verify())
        .isEqualTo(new Altered(3, 4, entryAt(4), Difference.ENTRY_ALTERED))
        .satisfies(it -> System.out.println("found: " + it));
  }

  @Test
  void anEntryDeletedByASuperuserIsNamed() {
    write(9);
    sealer().sealRecent();
    superuser
        .sql("delete from audit.entry where id = (select entry from audit.seal where position = 9)")
        .update();

    assertThat(verify())
        .isEqualTo(new Altered(8, 9, entryAt(9), Difference.ENTRY_MISSING))
        .satisfies(it -> System.out.println("found: " + it));
  }

  @Test
  void aChainCutOffWithItsEntriesIsFoundByTheAnchor() {
    write(9);
    sealer().sealRecent();
    superuser
        .sql(
            """
            with cut as (delete from audit.seal where position > 5 returning entry)
            delete from audit.entry using cut where entry.id = cut.entry
            """)
        .update();

    assertThat(verify()).isEqualTo(new Altered(5, 6, null, Difference.ANCHOR_DIFFERS));
  }

  @Test
  void theCommandSaysWhatItFoundAndEndsWithIt() {
    write(3);
    sealer().sealRecent();
    var said = new ArrayList<String>();
    assertThat(VerifyCommand.run(pool, folder.resolve("anchors.log"), said::add)).isZero();
    assertThat(said).containsExactly("日志完好 / The log is whole: verified 3, unsealed 0, anchors 1");

    var altered = entryAt(2);
    superuser
        .sql("update audit.entry set action = 'x.y' where id = :id")
        .param("id", altered)
        .update();
    said.clear();
    assertThat(VerifyCommand.run(pool, folder.resolve("anchors.log"), said::add)).isEqualTo(1);
    assertThat(said).first().isEqualTo("日志被改动 / The log was altered: ENTRY_ALTERED");
    assertThat(said.getLast()).contains("position 2", altered.toString(), "verified before 1");

    var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/heyi", "x", "x");
    assertThat(VerifyCommand.run(nowhere, folder, said::add)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set actor = 'x'",
        "delete from audit.entry",
        "truncate audit.entry",
        "update audit.seal set position = position + 1",
        "delete from audit.seal",
        "truncate audit.seal",
        "alter table audit.entry disable trigger all"
      })
  void theApplicationMayOnlyAdd(String sql) {
    write(1);
    sealer().sealRecent();

    assertThatThrownBy(() -> JdbcClient.create(pool).sql(sql).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set actor = 'x'",
        "delete from audit.entry",
        "truncate audit.entry",
        "update audit.seal set position = position + 1",
        "delete from audit.seal",
        "truncate audit.seal"
      })
  void theOwnerOfTheTablesMayOnlyAddToo(String sql) {
    write(1);
    sealer().sealRecent();

    assertThatThrownBy(() -> owner.sql(sql).update())
        .rootCause()
        .hasMessageContaining("are only added");
  }

  /// The transaction began first and commits last; its entry has the lowest id and is sealed last.
  @Test
  void anEntryThatCommitsLateIsSealedToo() throws Exception {
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> late =
          threads.submit(() ->
              transaction.executeWithoutResult(_ -> {
                add("late");
                written.countDown();
                await(commit);
              }));
      await(written);
      write(5);
      assertThat(sealer().sealRecent()).isEqualTo(5);
      commit.countDown();
      late.get(10, TimeUnit.SECONDS);
    }

    assertThat(sealer().sealRecent()).isEqualTo(1);
    assertThat(verify()).isEqualTo(new Whole(6, 0, 2));
    assertThat(superuser.sql("select min(id::text) from audit.entry").query(String.class).single())
        .isEqualTo(entryAt(6).toString());
  }

  @Test
  void manyWritersAndSealersSealEveryEntryExactlyOnce() throws Exception {
    int writers = 16;
    int perWriter = 250;
    var acknowledged = new AtomicLong();
    var rolledBack = new AtomicLong();
    var runs = new AtomicLong();
    var writing = new AtomicBoolean(true);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = new ArrayList<Future<?>>();
      for (int w = 0; w < writers; w++) {
        var random = new SplittableRandom(w);
        done.add(threads.submit(() -> writeSome(perWriter, random, acknowledged, rolledBack)));
      }
      var sealing = new ArrayList<Future<?>>();
      for (int node = 0; node < 3; node++) {
        var sealer = sealer(Duration.ofMinutes(1));
        sealing.add(
            threads.submit(() -> {
              while (writing.get()) {
                sealer.sealRecent();
                runs.incrementAndGet();
              }
            }));
      }
      for (var it : done) {
        it.get(120, TimeUnit.SECONDS);
      }
      writing.set(false);
      for (var it : sealing) {
        it.get(60, TimeUnit.SECONDS);
      }
    }
    var left = sealer().sealRecent();
    var sealed = count("audit.seal");
    System.out.printf(
        "audit: %d writers, %d entries acknowledged, %d rolled back, %d sealing runs on 3 nodes;"
            + " sealed %d (last run %d), lost %d, twice %d%n",
        writers,
        acknowledged.get(),
        rolledBack.get(),
        runs.get(),
        sealed,
        left,
        acknowledged.get() - sealed,
        sealed
            - superuser
                .sql("select count(distinct entry) from audit.seal")
                .query(Long.class)
                .single());

    assertThat(acknowledged).hasPositiveValue();
    assertThat(verify())
        .isInstanceOfSatisfying(
            Whole.class,
            it -> {
              assertThat(it.verified()).isEqualTo(acknowledged.get());
              assertThat(it.unsealed()).isZero();
            });
  }

  @Test
  void whatPostgresCannotKeepDoesNotStopAnEntry() {
    transaction.executeWithoutResult(_ ->
        entries.add(
            new AuditActor.Login("a\u0000b\uD800𬱖"),
            AuditEntry.of("x.tried", Subject.of("x", "\u0000")).with("k\u0000", "\uDFFF"),
            CLOCK.instant()));
    sealer().sealRecent();

    assertThat(verify()).isEqualTo(new Whole(1, 0, 1));
    assertThat(superuser.sql("select actor from audit.entry").query(String.class).single())
        .isEqualTo("a\uFFFDb\uFFFD𬱖");
  }

  private void writeSome(
      int howMany, SplittableRandom random, AtomicLong acknowledged, AtomicLong rolledBack) {
    int written = 0;
    while (written < howMany) {
      int size = 1 + random.nextInt(5);
      boolean roll = random.nextInt(10) == 0;
      int pause = random.nextInt(4);
      transaction.executeWithoutResult(status -> {
        for (int i = 0; i < size; i++) {
          add("thing");
        }
        pause(pause);
        if (roll) {
          status.setRollbackOnly();
        }
      });
      (roll ? rolledBack : acknowledged).addAndGet(size);
      written += size;
    }
  }

  private void write(int howMany) {
    for (int i = 0; i < howMany; i++) {
      transaction.executeWithoutResult(_ -> add("thing"));
    }
  }

  private void add(String what) {
    entries.add(
        new AuditActor.Clockwork("test"),
        AuditEntry.of("test.written", Subject.of(what, 1)).with("长", "短"),
        CLOCK.instant());
  }

  private Sealer sealer() {
    return sealer(Duration.ZERO);
  }

  private Sealer sealer(Duration anchorEvery) {
    return new Sealer(seals, new Anchors(anchors(), anchorEvery, CLOCK), transaction);
  }

  private AnchorFile anchors() {
    return new AnchorFile(folder.resolve("anchors.log"));
  }

  private Verification verify() {
    return transaction.execute(_ -> new Verifier(seals, anchors()).verify());
  }

  private java.util.UUID entryAt(long position) {
    return superuser
        .sql("select entry from audit.seal where position = :position")
        .param("position", position)
        .query(java.util.UUID.class)
        .single();
  }

  private long count(String table) {
    return superuser.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
