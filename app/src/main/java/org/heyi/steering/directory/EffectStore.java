package org.heyi.steering.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what hangs on institutions that a new version ends.
@Repository
class EffectStore {

  private final JdbcClient jdbc;

  EffectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> known(Collection<String> institutions) {
    return jdbc.sql("select id from directory.institution where id = any(:ids)")
        .param("ids", institutions.toArray(String[]::new))
        .query((row, _) -> row.getString("id"))
        .list();
  }

  /// Clinics and stations that would be managed by an institution that has ended.
  long managed(Collection<String> managers, LocalDate from) {
    return jdbc.sql(
            """
            select count(*) from directory.management
             where manager = any(:ids) and not institution = any(:ids)
               and since <= :from and (until is null or until > :from)
            """)
        .param("ids", managers.toArray(String[]::new))
        .param("from", from)
        .query(Long.class)
        .single();
  }

  long posts(Collection<String> institutions) {
    return jdbc.sql(
            """
            select count(*) from access.card_post where institution = any(:ids) and open
            """)
        .param("ids", institutions.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  long practitioners(Collection<String> institutions) {
    return jdbc.sql(
            "select count(*) from directory.card_practitioner where institution = any(:ids)")
        .param("ids", institutions.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
