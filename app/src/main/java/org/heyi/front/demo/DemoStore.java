package org.heyi.front.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the demonstration remembers: which area it was made for, and the shift of its clock.
@Repository
@Conditional(DemoMode.class)
class DemoStore {

  /// A demonstration that is there.
  record Made(AreaId area, Duration shift) {}

  private final JdbcClient jdbc;

  DemoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Made> made() {
    return jdbc.sql("select area, shift_seconds from demo.replay")
        .query((row, _) ->
            new Made(
                AreaId.of(row.getString("area")), Duration.ofSeconds(row.getLong("shift_seconds"))))
        .optional();
  }

  void keep(AreaId area, Duration shift, Instant now) {
    jdbc.sql(
            """
            insert into demo.replay (area, shift_seconds, made_at) values (:area, :shift, :now)
            """)
        .param("area", area.value())
        .param("shift", shift.toSeconds())
        .param("now", Moments.utc(now))
        .update();
  }
}
