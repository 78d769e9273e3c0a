package org.heyi.front.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the demonstration remembers: which area it was made for, the shift of its clock, and how
/// far its clinics are published.
@Repository
@Conditional(DemoMode.class)
class DemoStore {

  /// A demonstration that is there.
  record Made(AreaId area, Duration shift, @Nullable LocalDate publishedUntil) {}

  private final JdbcClient jdbc;

  DemoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Made> made() {
    return jdbc.sql("select area, shift_seconds, published_until from demo.replay")
        .query((row, _) ->
            new Made(
                AreaId.of(row.getString("area")),
                Duration.ofSeconds(row.getLong("shift_seconds")),
                row.getObject("published_until", LocalDate.class)))
        .optional();
  }

  void keep(AreaId area, Duration shift, LocalDate publishedUntil, Instant now) {
    jdbc.sql(
            """
            insert into demo.replay (area, shift_seconds, published_until, made_at)
            values (:area, :shift, :until, :now)
            """)
        .param("area", area.value())
        .param("shift", shift.toSeconds())
        .param("until", publishedUntil)
        .param("now", Moments.utc(now))
        .update();
  }

  void published(LocalDate until) {
    jdbc.sql("update demo.replay set published_until = :until").param("until", until).update();
  }
}
