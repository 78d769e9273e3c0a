package org.heyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.TestDatabase;
import org.heyi.platform.backup.Manifest.Table;
import org.heyi.platform.database.HouseDatabase;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is taken out of a house at work, and what is found of damage to it.
class BackupTests {

  private static final int WRITERS = 4;
  private static final int ENOUGH = 200;
  private static final int CUTS = 200;

  @TempDir Path folder;
  HouseDatabase house;
  JdbcClient jdbc;

  @BeforeEach
  void aHouse() {
    house = Houses.fresh(TestDatabase.fresh(), folder.resolve("nothing"));
    jdbc = JdbcClient.create(house.owner());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /// Each transaction writes the same id into two tables that are copied far apart.
  @Test
  void whatIsTakenWhileOthersWriteIsOfOneMoment() throws Exception {
    var stop = new AtomicBoolean();
    var written = new AtomicInteger();
    var enough = new CountDownLatch(ENOUGH);
    Backup.Made made;
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        writers.execute(() -> writePairs(stop, written, enough));
      }
      assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
      made = backup(folder.resolve("moment.zip"));
      stop.set(true);
    }

    var place = TestDatabase.fresh();
    restore(made.file(), place);
    var there = JdbcClient.create(Houses.owner(place));
    long pairs = count(there, "select count(*) from audit.entry where action = 'test.paired'");
    long halves =
        count(
            there,
            """
            select count(*) from (select id from audit.entry where action = 'test.paired') e
              full join (select key from shell.once) o on o.key = e.id
             where e.id is null or o.key is null
            """);
    System.out.printf(
        "backup beside %d writers: %d pairs written, %d in the backup, halves %d%n",
        WRITERS, written.get(), pairs, halves);
    assertThat(pairs).isBetween((long) ENOUGH, (long) written.get());
    assertThat(halves).isZero();
  }

  @Test
  void whatIsRestoredIsWhatWasTaken() throws Exception {
    writePairs(10);
    var first = backup(folder.resolve("first.zip"));
    var place = TestDatabase.fresh();
    restore(first.file(), place);
    try (var second = Houses.at(place, folder.resolve("other"))) {
      var again =
          new Backup(second.owner(), folder.resolve("other"), "test")
              .make(folder.resolve("again.zip"));

      assertThat(again.manifest().rooms()).isEqualTo(first.manifest().rooms());
      assertThat(again.manifest().sequences()).isEqualTo(first.manifest().sequences());
      assertThat(withoutLog(again.manifest())).isEqualTo(withoutLog(first.manifest()));
      assertThat(again.manifest().rows())
          .as("and the entries of the restore and of the second backup")
          .isEqualTo(first.manifest().rows() + 2);
    }
  }

  @Test
  void noByteCanChangeUnseen() throws Exception {
    var whole = Files.readAllBytes(backup(folder.resolve("whole.zip")).file());
    var file = folder.resolve("bent.zip");
    int missed = 0;
    var random = new SplittableRandom(7);
    for (int i = 0; i < whole.length; i++) {
      var bent = whole.clone();
      bent[i] ^= (byte) (1 + random.nextInt(255));
      missed += isTakenForWhole(file, bent) ? 1 : 0;
    }
    int cuts = 0;
    for (int length = 0; length < whole.length; length += whole.length / CUTS) {
      missed += isTakenForWhole(file, Arrays.copyOf(whole, length)) ? 1 : 0;
      cuts++;
    }
    System.out.printf(
        "damage: %d bytes changed one by one, %d cut short, not found %d%n",
        whole.length, cuts, missed);
    assertThat(missed).isZero();
    assertThat(isTakenForWhole(file, whole)).isTrue();
  }

  @Test
  void onlyItsOwnerMayReadItAndNothingIsOverwritten() throws Exception {
    var file = folder.resolve("mine.zip");
    backup(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertRefused(BackupProblem.FILE_EXISTS, () -> backup(file));
    assertRefused(BackupProblem.FOLDER_MISSING, () -> backup(folder.resolve("gone/x.zip")));
    assertThat(folder)
        .isDirectoryContaining(file::equals)
        .isDirectoryNotContaining(it -> !it.equals(file));
  }

  @Test
  void aFolderGivesItAName() throws Exception {
    var made = backup(folder);

    assertThat(made.file().getParent()).isEqualTo(folder);
    assertThat(made.file().getFileName().toString())
        .matches("heyi-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.zip");
  }

  @Test
  void whatBreaksOffLeavesNothing() throws Exception {
    jdbc.sql("revoke select on work.step from heyi_owner").update();

    assertThatThrownBy(() -> backup(folder.resolve("none.zip")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatItLeavesOutIsThere() throws SQLException {
    try (var connection = house.owner().getConnection()) {
      var catalog = new CatalogStore(connection);
      var tables = catalog.tables(catalog.rooms()).stream().map(CatalogStore.Rows::table).toList();

      assertThat(tables).containsAll(Scope.load().tablesLeft());
    }
  }

  @Test
  void takingOneIsOnRecord() throws Exception {
    backup(folder.resolve("told.zip"));

    assertThat(
            jdbc.sql(
                    "select actor || ' ' || action || ' ' || subject_id from audit.entry"
                        + " where subject_kind = 'backup'")
                .query(String.class)
                .single())
        .isEqualTo("test backup.taken told.zip");
  }

  private Backup.Made backup(Path file) throws SQLException, IOException {
    return new Backup(house.owner(), folder.resolve("nothing"), "test").make(file);
  }

  private void restore(Path file, TestDatabase.Access place) throws SQLException, IOException {
    Houses.restore(file, place, folder.resolve("other"));
  }

  private static void assertRefused(BackupProblem problem, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class, it -> assertThat(it.problem()).isEqualTo(problem));
  }

  private static boolean isTakenForWhole(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (var backup = BackupReader.open(file)) {
      backup.check();
      return true;
    } catch (ProblemException e) {
      assertThat(e.problem()).isEqualTo(BackupProblem.DAMAGED);
      return false;
    }
  }

  private static List<Table> withoutLog(Manifest manifest) {
    return manifest.tables().stream().filter(it -> !it.table().equals("audit.entry")).toList();
  }

  private void writePairs(AtomicBoolean stop, AtomicInteger written, CountDownLatch enough) {
    while (!stop.get()) {
      writePairs(1);
      written.incrementAndGet();
      enough.countDown();
    }
  }

  private void writePairs(int howMany) {
    var transaction = new TransactionTemplate(new JdbcTransactionManager(house.owner()));
    for (int i = 0; i < howMany; i++) {
      var id = UUID.randomUUID();
      transaction.executeWithoutResult(_ -> {
        jdbc.sql(
                """
                insert into audit.entry (id, at, actor_kind, actor, action, subject_kind,
                  subject_id, residents, outcome, facts)
                values (:id, now(), 'LOGIN', E'制表\t换行\n反斜\\\\', 'test.paired', 'test', 'x',
                  '{}', 'DONE', '{"长": "短"}')
                """)
            .param("id", id)
            .update();
        jdbc.sql(
                """
                insert into shell.once (key, account, content_digest, answer, at)
                values (:id, :id, 'x', '', now())
                """)
            .param("id", id)
            .update();
      });
    }
  }

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
