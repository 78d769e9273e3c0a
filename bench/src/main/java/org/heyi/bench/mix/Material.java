package org.heyi.bench.mix;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.heyi.bench.BigArea;
import org.heyi.bench.Draft;
import org.heyi.bench.HotSessions;
import org.heyi.bench.HotSessions.Session;
import org.heyi.bench.RunningHeyi;
import org.heyi.platform.access.DemoAccounts;
import org.heyi.platform.access.DemoAccounts.DemoAccount;
import org.heyi.platform.shared.Staff;

/// What is asked about, taken from Heyi's database before its jar is started on it.
///
/// @param referrals sent to the lead hospital
/// @param patients whom that hospital may see
/// @param drafts each can be sent once
/// @param sessions with enough places for all of them
/// @param ahead how far the demonstration's clock is ahead of the real one
record Material(
    Map<String, String> passwords,
    List<String> referrals,
    List<String> patients,
    Queue<Draft> drafts,
    Queue<Session> sessions,
    Staff doctor,
    Duration ahead) {

  private static final int MOST = 2_000;

  static Material of(RunningHeyi heyi, int sends) throws IOException {
    var doctor = heyi.staff(BigArea.DOCTOR);
    var drafts = Draft.written(heyi, doctor, sends);
    if (drafts.size() < sends) {
      throw new IllegalArgumentException(
          "%d residents of one clinic for %d sends: take more people or fewer seconds"
              .formatted(drafts.size(), sends));
    }
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i * HotSessions.PLACES < sends; i++) {
      sessions.add(HotSessions.published(heyi, HotSessions.PLACES));
    }
    var places = new ArrayDeque<Session>();
    sessions.forEach(it -> places.addAll(Collections.nCopies(HotSessions.PLACES, it)));
    return new Material(
        heyi.bean(DemoAccounts.class).all().stream()
            .collect(Collectors.toMap(DemoAccount::login, DemoAccount::password)),
        ids(heyi, "id"),
        ids(heyi, "resident"),
        new ArrayDeque<>(drafts),
        places,
        doctor,
        Duration.between(InstantSource.system().instant(), heyi.now()));
  }

  private static List<String> ids(RunningHeyi heyi, String column) {
    return heyi.sql()
        .sql(
            """
            select %s from referral.referral
             where state = 'SENT' and receiver = :hospital order by id limit %d
            """
                .formatted(column, MOST))
        .param("hospital", HotSessions.HOSPITAL)
        .query((row, _) -> row.getString(1))
        .list();
  }

  String password(String login) {
    return passwords.getOrDefault(login, "");
  }

  /// The same time that Heyi goes by.
  InstantSource clock() {
    return () -> InstantSource.system().instant().plus(ahead);
  }

  Draft draft() {
    synchronized (drafts) {
      return drafts.remove();
    }
  }

  Session place() {
    synchronized (sessions) {
      return sessions.remove();
    }
  }
}
