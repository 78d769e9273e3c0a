package org.heyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.TestDatabase;
import org.heyi.TestDatabase.Access;
import org.heyi.platform.backup.Manifest.Room;
import org.heyi.platform.database.HouseDatabase;
import org.heyi.platform.database.MigratedDatabase;
import org.heyi.platform.database.StartRefused;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a backup may go, which one may, and what stands there afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTests {

  private static final String KEPT = "audit-anchors.log";

  @TempDir Path folder;
  Path backup;
  Manifest manifest;
  Path data;
  Access place;
  JdbcClient there;

  @BeforeAll
  void aBackup(@TempDir Path from) throws Exception {
    Files.writeString(from.resolve(KEPT), "");
    try (var house = Houses.fresh(TestDatabase.fresh(), from)) {
      var jdbc = JdbcClient.create(house.owner());
      jdbc.sql("select setval('resident.temporary_number', 41)").query(Long.class).single();
      jdbc.sql("insert into access.signing_key values (gen_random_uuid(), '{}', now())").update();
      var made = new Backup(house.owner(), from, "test").make(from.resolve("backup.zip"));
      backup = made.file();
      manifest = made.manifest();
    }
  }

  @BeforeEach
  void anEmptyPlace(@TempDir Path empty) {
    data = empty.resolve("data");
    place = TestDatabase.fresh();
    there = JdbcClient.create(Houses.owner(place));
  }

  @Test
  void everythingIsThereAndTheRolesHaveTheirRights() throws Exception {
    Houses.restore(backup, place, data);

    for (var table : manifest.tables()) {
      if (!table.table().equals("audit.entry")) {
        assertThat(count(table.table())).as(table.table()).isEqualTo(table.rows());
      }
    }
    assertThat(there.sql("select action from audit.entry order by at").query(String.class).list())
        .containsExactly("backup.taken", "backup.put-back");
    assertThat(rights("audit.entry")).isEqualTo("select insert");
    assertThat(rights("audit.seal")).isEqualTo("select insert");
    assertThat(rights("referral.referral")).isEqualTo("select insert update delete");
    assertThat(rights("migration.build")).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(KEPT))))
        .isEqualTo("rw-------");
  }

  @Test
  void numbersGoOnAndRulesHoldAgain() throws Exception {
    Houses.restore(backup, place, data);

    assertThat(there.sql("select nextval('resident.temporary_number')").query(Long.class).single())
        .isEqualTo(42);
    assertThatThrownBy(() -> there.sql("delete from audit.entry").update())
        .rootCause()
        .hasMessageContaining("only added");
    assertThat(constraints(there))
        .isEqualTo(constraints(JdbcClient.create(fresh())))
        .hasSizeGreaterThan(100);
  }

  @Test
  void whatOpensDoorsIsNotRestored() throws Exception {
    Houses.restore(backup, place, data);

    assertThat(manifest.leftOut()).contains("access.signing_key", "infra.spring_session");
    assertThat(count("access.signing_key")).isZero();
  }

  /// What the application would bring is already there: it starts as on its own database.
  @Test
  void theApplicationHasNothingLeftToBring() throws Exception {
    Houses.restore(backup, place, data);

    var before = there.sql("select xmin::text from migration.build").query(String.class).single();
    MigratedDatabase.start(place);
    assertThat(there.sql("select xmin::text from migration.build").query(String.class).single())
        .isEqualTo(before);
  }

  @Test
  void aPlaceThatIsNotEmptyIsRefused() throws Exception {
    Houses.restore(backup, place, data);
    var entries = count("audit.entry");

    assertThatThrownBy(() -> Houses.restore(backup, place, folder.resolve("other")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("不是空的")
        .hasMessageContaining("is not empty");
    assertRefused(BackupProblem.FILE_IN_THE_WAY, () -> Houses.restore(backup, place, data));
    assertThat(count("audit.entry")).isEqualTo(entries);
  }

  @Test
  void aBackupOfANewerVersionIsRefused() throws Exception {
    assertNewer(with(1, List.of(new Room("platform.audit", "99", Map.of("99", 1)))), "audit 99");
    assertNewer(with(1, List.of(new Room("flow.later", "1", Map.of("1", 1)))), "flow.later 1");
    assertRefused(BackupProblem.NEWER, () -> BackupReader.open(write(with(2, List.of()))));
  }

  /// The same version with another content is another build: its rows may not fit.
  @Test
  void aBackupOfOtherTablesLeavesThePlaceEmpty() throws Exception {
    var other = write(with(1, List.of(new Room("platform.audit", "1", Map.of("1", 7)))));

    assertRefused(BackupProblem.OTHER_TABLES, () -> Houses.restore(other, place, data));

    assertThat(
            there
                .sql("select count(*) from pg_namespace where nspname in ('audit', 'migration')")
                .query(Long.class)
                .single())
        .isZero();
    Houses.restore(backup, place, data);
  }

  @Test
  void halfARestoreIsNoHouse() {
    var left = HouseDatabase.emptyIn(data, Houses.environment(place));
    left.close();

    assertThatThrownBy(() -> MigratedDatabase.start(place))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("恢复没有完成")
        .hasMessageContaining("bin/restore");
    assertThatThrownBy(() -> Houses.at(place, data)).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> Houses.restore(backup, place, data)).isInstanceOf(StartRefused.class);
  }

  @Test
  void aDatabaseWithoutAHouseCannotBeBackedUp() {
    assertThatThrownBy(() -> Houses.at(place, data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("there is no Heyi in this database");
  }

  private void assertNewer(Manifest manifest, String what) throws IOException {
    var file = write(manifest);
    assertThatThrownBy(() -> Houses.restore(file, place, data))
        .hasMessageContaining("backup.newer")
        .hasMessageContaining(what);
  }

  private Manifest with(int format, List<Room> rooms) {
    return new Manifest(
        format, "9.0", Instant.EPOCH, "18", rooms, List.of(), List.of(), List.of(), List.of());
  }

  private Path write(Manifest manifest) throws IOException {
    var file = Files.createTempDirectory(folder, "other").resolve("other.zip");
    try (var out = new BackupWriter(file)) {
      out.write(manifest);
    }
    Seal.put(file);
    return file;
  }

  private DataSource fresh() {
    var access = TestDatabase.fresh();
    Houses.fresh(access, data).close();
    return Houses.owner(access);
  }

  private static void assertRefused(BackupProblem problem, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class, it -> assertThat(it.problem()).isEqualTo(problem));
  }

  private long count(String table) {
    return there.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<String> constraints(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select concat_ws(' ', c.conrelid::regclass, c.conname, c.convalidated,
                             pg_get_constraintdef(c.oid))
              from pg_constraint c join pg_namespace n on n.oid = c.connamespace
             where n.nspowner = current_user::regrole
             union all
            select concat_ws(' ', t.tgrelid::regclass, t.tgname, t.tgenabled)
              from pg_trigger t where not t.tgisinternal
             order by 1
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private String rights(String table) {
    return there
        .sql(
            """
            select coalesce(string_agg(it, ' ' order by no), '')
              from unnest(array['select', 'insert', 'update', 'delete', 'truncate'])
                   with ordinality as r(it, no)
             where has_schema_privilege('heyi_app', split_part(:table, '.', 1), 'usage')
               and has_table_privilege('heyi_app', :table, it)
            """)
        .param("table", table)
        .query(String.class)
        .single();
  }
}
