package org.heyi.platform.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.platform.shared.Moments.utc;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever asks first makes the key, and all others sign with it.
@HeyiTest
class SigningKeyRaceTests {

  private static final int ROUNDS = 10;
  private static final int ASKING = 32;

  @Autowired SigningKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  /// Keys of a time that other tests have not reached.
  @AfterEach
  void forget() {
    jdbc.sql("delete from access.signing_key").update();
  }

  @Test
  void ofManyWhoFindNoKeyOneMakesIt() throws Exception {
    int tooMany = 0;
    for (int round = 0; round < ROUNDS; round++) {
      jdbc.sql("delete from access.signing_key").update();
      tooMany += tooMany(new HashSet<>(AtOnce.times(ASKING, _ -> keys::current)));
    }
    say("an empty table", tooMany);
    assertThat(tooMany).isZero();
  }

  @Test
  void ofManyWhoFindTheKeyTooOldOneMakesTheNext() throws Exception {
    jdbc.sql("delete from access.signing_key").update();
    var last = keys.current();
    int tooMany = 0;
    for (int round = 0; round < ROUNDS; round++) {
      clock.advance(Duration.ofDays(31));
      var given = new HashSet<>(AtOnce.times(ASKING, _ -> keys::current));
      assertThat(given).doesNotContain(last);
      tooMany += tooMany(given);
      last = given.iterator().next();
    }
    say("a key that is too old", tooMany);
    assertThat(tooMany).isZero();
  }

  /// Made or given, beyond the one.
  private int tooMany(Set<String> given) {
    int young =
        jdbc.sql("select count(*) from access.signing_key where made_at = :now")
            .param("now", utc(clock.instant()))
            .query(Integer.class)
            .single();
    return Math.max(given.size(), young) - 1;
  }

  private static void say(String found, int violations) {
    System.out.printf(
        "signing keys: %d times %d found %s at once, violations %d%n",
        ROUNDS, ASKING, found, violations);
  }
}
