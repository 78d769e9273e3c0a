package org.heyi.platform.fhir.door;

import java.time.Clock;
import java.util.Optional;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// 外部标识: by which identifier of its own an institution's system made a resource here.
@Repository
class ForeignIdentifierStore {

  /// @param system whose numbers these are, a URI of the caller
  record Key(String type, String system, String value) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ForeignIdentifierStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Takes the identifier before the resource is made; false when there is a resource with it,
  /// after waiting for whoever is making it.
  boolean claim(Key key, Staff by) {
    return jdbc.sql(
                """
                insert into fhir.foreign_identifier
                       (institution, type, system, value, resource, at)
                values (:institution, :type, :system, :value, '', :at)
                on conflict on constraint foreign_identifier_pk do nothing
                """)
            .param("institution", by.institution().value())
            .param("type", key.type())
            .param("system", key.system())
            .param("value", key.value())
            .param("at", Moments.utc(clock.instant()))
            .update()
        == 1;
  }

  void made(Key key, String resource, Staff by) {
    jdbc.sql(
            """
            update fhir.foreign_identifier set resource = :resource
             where institution = :institution and type = :type
               and system = :system and value = :value
            """)
        .param("resource", resource)
        .param("institution", by.institution().value())
        .param("type", key.type())
        .param("system", key.system())
        .param("value", key.value())
        .update();
  }

  Optional<String> find(Key key, Staff by) {
    return jdbc.sql(
            """
            select resource from fhir.foreign_identifier
             where institution = :institution and type = :type
               and system = :system and value = :value
            """)
        .param("institution", by.institution().value())
        .param("type", key.type())
        .param("system", key.system())
        .param("value", key.value())
        .query(String.class)
        .optional();
  }
}
