package org.heyi.platform.access.role;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the tables of roles as `roles.yaml` says. Nodes that start at once wait for each other.
@Repository
class RoleStore {

  private final JdbcClient jdbc;

  RoleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(Collection<Role> roles) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('heyi.roles'))").query().listOfRows();
    roles.forEach(this::put);
    var codes = roles.stream().map(Role::code).toList();
    jdbc.sql("delete from access.role_duty where role not in (:codes)")
        .param("codes", codes)
        .update();
    jdbc.sql(
            """
            delete from access.role r where code not in (:codes)
               and not exists (select from access.post p where p.role = r.code)
            """)
        .param("codes", codes)
        .update();
  }

  /// A role that becomes exclusive while posts hold it is stopped by `post_role_lane_fk`.
  private void put(Role role) {
    jdbc.sql(
            """
            insert into access.role (code, exclusive, system, lane)
            values (:code, :exclusive, :system, :lane)
            on conflict (code) do update
              set exclusive = excluded.exclusive, system = excluded.system, lane = excluded.lane
            """)
        .param("code", role.code())
        .param("exclusive", role.exclusive())
        .param("system", role.system())
        .param("lane", role.lane())
        .update();
    jdbc.sql("delete from access.role_duty where role = :role").param("role", role.code()).update();
    role.duties()
        .forEach((duty, scope) ->
            jdbc.sql("insert into access.role_duty values (:role, :duty, :scope)")
                .param("role", role.code())
                .param("duty", duty)
                .param("scope", scope.name())
                .update());
  }
}
