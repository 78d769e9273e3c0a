package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.heyi.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Bringing a database up to date.
class RoomMigrationsTests {

  final TestDatabase.Access access = TestDatabase.fresh();
  final DataSource owner =
      new DriverManagerDataSource(access.url(), access.owner(), access.password());
  final DataSource app = new DriverManagerDataSource(access.url(), access.app(), access.password());

  @Test
  void eachRoomHasAHistoryOfItsOwn() throws Exception {
    migrate(app);

    for (var room : Rooms.withMigrations()) {
      assertThat(count("select count(*) from migration.\"flyway_schema_history_" + room + "\""))
          .as(room)
          .isPositive();
    }
  }

  /// A right taken away by hand stays away when nothing is new, so nothing was done.
  @Test
  void aBuildThatBringsNothingNewChangesNothing() {
    migrate(app);
    JdbcClient.create(owner).sql("revoke select on infra.spring_session from heyi_app").update();

    migrate(app);
    assertThat(mayReadSessions()).isFalse();

    JdbcClient.create(owner).sql("update migration.build set fingerprint = 'older'").update();
    migrate(app);
    assertThat(mayReadSessions()).isTrue();
  }

  @Test
  void whatANewerBuildHasChangedIsLeftAlone() {
    migrate(app);
    var jdbc = JdbcClient.create(owner);
    jdbc.sql("update migration.build set fingerprint = 'newer'").update();
    jdbc.sql(
            """
            insert into migration."flyway_schema_history_platform.work"
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 'test', 1, true)
            """)
        .update();

    assertThatThrownBy(() -> migrate(app))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("platform.work 999")
        .hasMessageContaining("更新版本");
    assertThat(jdbc.sql("select fingerprint from migration.build").query(String.class).single())
        .isEqualTo("newer");
  }

  @Test
  void ownerAndApplicationMayBeOneRole() {
    migrate(owner);

    assertThat(count("select count(*) from infra.scheduled_tasks")).isZero();
    assertThat(mayReadSessions()).isFalse();
  }

  private void migrate(DataSource application) {
    new RoomMigrations(application)
        .migrate(
            Flyway.configure()
                .dataSource(owner)
                .defaultSchema("migration")
                .locations("classpath:db/migration")
                .load());
  }

  private boolean mayReadSessions() {
    return JdbcClient.create(owner)
        .sql("select has_table_privilege('heyi_app', 'infra.spring_session', 'select')")
        .query(Boolean.class)
        .single();
  }

  private long count(String sql) {
    return JdbcClient.create(owner).sql(sql).query(Long.class).single();
  }
}
