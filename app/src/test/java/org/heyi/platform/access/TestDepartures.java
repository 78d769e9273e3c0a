package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the clock of the departures does, and further posts, for tests of other rooms.
@Component
public class TestDepartures {

  private final DepartureClock departures;
  private final Posts posts;
  private final JdbcClient jdbc;
  private final Clock clock;

  TestDepartures(DepartureClock departures, Posts posts, JdbcClient jdbc, Clock clock) {
    this.departures = departures;
    this.posts = posts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// One run of the clock, to the end.
  public int run() {
    int all = 0;
    int some;
    do {
      some = departures.run();
      all += some;
    } while (some > 0);
    return all;
  }

  public int version(AccountId account) {
    return jdbc.sql("select version from access.account where id = :id")
        .param("id", account.value())
        .query(Integer.class)
        .single();
  }

  public PostId give(Staff to, String role, String institution, @Nullable String department) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return posts.add(
        to.account(),
        "ordinary",
        new GivePost(role, InstitutionId.of(institution), department, new Period(today, null)));
  }
}
