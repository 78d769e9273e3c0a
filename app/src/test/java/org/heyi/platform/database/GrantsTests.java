package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.heyi.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Who may do what to which table, after the migrations.
class GrantsTests {

  DataSource owner;
  DataSource app;

  @BeforeEach
  void aRoomAndTheAuditLog() {
    var access = TestDatabase.fresh();
    owner = new DriverManagerDataSource(access.url(), access.owner(), access.password());
    app = new DriverManagerDataSource(access.url(), access.app(), access.password());
    JdbcClient.create(owner)
        .sql(
            """
            create schema room;
            create table room.thing (id int primary key, no serial);
            create view room.card_thing as select id from room.thing;
            create schema audit;
            create table audit.entry (id bigint generated always as identity, what text)
            """)
        .update();
  }

  @Test
  void theApplicationHandlesRowsAndAuditEntriesAreOnlyAdded() {
    Grants.give(owner, "heyi_app");

    assertThat(rights("room.thing")).isEqualTo("select insert update delete");
    assertThat(rights("room.card_thing")).isEqualTo("select");
    assertThat(rights("audit.entry")).isEqualTo("select insert");
    assertThat(
            JdbcClient.create(app)
                .sql("insert into room.thing (id) values (1) returning no")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(JdbcClient.create(app).sql("insert into audit.entry (what) values ('x')").update())
        .isEqualTo(1);
  }

  @Test
  void tooManyRightsAreTakenAwayAgain() {
    JdbcClient.create(owner).sql("grant all on audit.entry to heyi_app").update();

    Grants.give(owner, "heyi_app");

    assertThat(rights("audit.entry")).isEqualTo("select insert");
  }

  /// The catalogue row of a table changes with each grant; so its version tells whether one was
  /// made.
  @Test
  void whatIsRightIsLeftAlone() {
    Grants.give(owner, "heyi_app");
    var before = versions();

    Grants.give(owner, "heyi_app");

    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void oneRoleForBothNeedsNoGrants() {
    Grants.give(owner, "heyi_owner");

    assertThat(rights("room.thing")).isEmpty();
  }

  private String rights(String table) {
    return JdbcClient.create(owner)
        .sql(
            """
            select coalesce(string_agg(it, ' ' order by no), '')
              from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'trigger'])
                   with ordinality as r(it, no)
             where has_schema_privilege('heyi_app', split_part(:table, '.', 1), 'usage')
               and has_table_privilege('heyi_app', :table, it)
            """)
        .param("table", table)
        .query(String.class)
        .single();
  }

  private String versions() {
    return JdbcClient.create(owner)
        .sql(
            "select string_agg(c.xmin::text, ' ' order by oid) from pg_class c where relacl is not null")
        .query(String.class)
        .single();
  }
}
