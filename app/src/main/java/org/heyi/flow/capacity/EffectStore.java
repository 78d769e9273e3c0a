package org.heyi.flow.capacity;

import java.time.LocalDate;
import java.util.Collection;
import org.heyi.platform.shared.AreaId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what a new version of a policy pack touches.
@Repository
class EffectStore {

  /// @param reserved places of these clinics that are kept for lower levels
  /// @param booked appointments in them
  record Counts(long clinics, long reserved, long booked) {

    static final Counts NONE = new Counts(0, 0, 0);
  }

  private static final String PUBLISHED =
      """
      select count(distinct c.id) as clinics,
             count(s.id) filter (where s.reserved) as reserved,
             count(s.id) filter (where s.state = 'booked') as booked
        from capacity.clinic c
        join directory.card_institution i on i.id = c.hospital
        left join capacity.slot s on s.clinic = c.id and s.state <> 'cancelled'
       where c.status = 'published' and c.day >= :from
      """;

  private final JdbcClient jdbc;

  EffectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Counts published(AreaId area, LocalDate from) {
    return jdbc.sql(PUBLISHED + " and i.area = :area")
        .param("area", area.value())
        .param("from", from)
        .query(Counts.class)
        .single();
  }

  Counts published(Collection<String> hospitals, LocalDate from) {
    return jdbc.sql(PUBLISHED + " and i.id = any(:ids)")
        .param("ids", hospitals.toArray(String[]::new))
        .param("from", from)
        .query(Counts.class)
        .single();
  }
}
