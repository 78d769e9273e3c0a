package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The application comes up on its database, in the role it should have.
@HeyiTest
class DatabaseModuleTests {

  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void worksAsARoleThatOnlyHandlesRows() {
    assertThat(
            jdbc.sql("select rolname, rolsuper from pg_roles where rolname = current_user")
                .query((row, _) -> row.getString(1) + " " + row.getBoolean(2))
                .single())
        .isEqualTo("heyi_app false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create schema mine",
        "create table infra.mine (id int)",
        "truncate infra.scheduled_tasks",
        "select * from migration.flyway_schema_history___root"
      })
  void isDeniedWhatOnlyTheOwnerMayDo(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void mayReadAndWriteTheTablesOfTheLibraries() {
    for (var table : new String[] {"spring_session", "event_publication", "scheduled_tasks"}) {
      assertThat(
              jdbc.sql(
                      """
                      select has_table_privilege('infra.' || :table, it)
                        from unnest(array['select', 'insert', 'update', 'delete']) it
                      """)
                  .param("table", table)
                  .query(Boolean.class)
                  .list())
          .as(table)
          .containsExactly(true, true, true, true);
    }
  }

  @Test
  void readsTheClockOfTheTest() {
    assertThat(clock.instant()).isEqualTo(MovableClock.START);
  }
}
