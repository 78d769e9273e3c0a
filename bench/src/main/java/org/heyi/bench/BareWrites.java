package org.heyi.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.heyi.bench.HotSessions.Session;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// The baseline: what a booking writes, as bare SQL in one transaction on the same tables, without
/// looking anything up and without deciding anything.
public final class BareWrites {

  private static final String BOOK =
      """
      with picked as (
        select id from capacity.slot
         where clinic = ? and starts_at = ? and state in ('free', 'held')
           and (state = 'free' or held_until <= ?)
         order by id = ? desc, number limit 1 for no key update skip locked),
      taken as (
        update capacity.slot s set state = 'booked', held_until = null, held_by = null
          from picked where s.id = picked.id returning s.id, s.clinic)
      insert into capacity.appointment (id, slot, clinic, resident, purpose_kind, purpose_id, status,
             entitled, booked_by, booked_by_name, booked_by_institution, booked_at, changed_at)
      select ?, taken.id, taken.clinic, ?, ?, ?, 'booked', true, ?, ?, ?, ?, ? from taken
      on conflict do nothing
      """;
  private static final String RELATE =
      """
      insert into access.relationship as old (kind, resident, institution, source_kind, source_id,
             begun_at, begun_by, until)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict on constraint relationship_pk do update set until = excluded.until, ended_at = null
      """;
  private static final String AUDIT =
      """
      insert into audit.entry (id, at, actor_kind, actor, account, post, role, institution, area,
             action, subject_kind, subject_id, residents, outcome, facts)
      values (?, ?, 'STAFF', ?, ?, ?, ?, ?, ?, ?, ?, ?, array[cast(? as uuid)], 'DONE',
              cast(? as jsonb))
      """;

  private final InstantSource clock;
  private final DataSource pool;
  private final Staff by;

  public BareWrites(DataSource pool, InstantSource clock, Staff by) {
    this.pool = pool;
    this.clock = clock;
    this.by = by;
  }

  /// What `Appointments.book` writes: slot, appointment, relationship, audit entry.
  public boolean book(Session session, UUID resident) throws SQLException {
    return inOne(it -> book(it, session, resident, "visit", UUID.randomUUID()) != null);
  }

  /// What `Referrals.send` writes: all of that, and key, referral, step, work item and its step,
  /// two relationships, audit entry, event.
  public boolean send(Session session, UUID referral, UUID resident) throws SQLException {
    return inOne(it -> {
      var now = now();
      var key = UUID.randomUUID();
      run(
          it,
          "insert into shell.once (key, account, content_digest, answer, at) values (?, ?, ?, '', ?) on conflict do nothing",
          key,
          by.account().value(),
          "0".repeat(64),
          now);
      var appointment = book(it, session, resident, "referral", referral);
      if (appointment == null) {
        return false;
      }
      run(
          it,
          """
          update referral.referral set state = 'SENT', receiver = ?, department = ?,
                 urgency = 'ROUTINE', appointment = ?, visit_start = ?, visit_end = ?,
                 expires_at = ?, changed_at = ?, version = version + 1, sent_at = ?
           where id = ? and version = 2
          """,
          HotSessions.HOSPITAL,
          HotSessions.DEPARTMENT,
          appointment,
          session.start(),
          session.end(),
          session.end(),
          now,
          now,
          referral);
      run(
          it,
          """
          insert into referral.step (referral, version, action, state, account, name, institution,
                 at, note)
          values (?, 3, 'SEND', 'SENT', ?, ?, ?, ?, '')
          """,
          referral,
          by.account().value(),
          by.name(),
          by.institution().value(),
          now);
      work(it, referral, session, now);
      relate(it, "REFERRAL", resident, HotSessions.HOSPITAL, "referral", referral, now, null);
      relate(it, "REFERRAL", resident, by.institution().value(), "referral", referral, now, null);
      audit(it, "referral.send", "referral", referral, resident, "{\"state\": \"sent\"}", now);
      run(
          it,
          """
          insert into infra.event_publication (id, listener_id, event_type, serialized_event,
                 publication_date, status, completion_attempts, completion_date)
          values (?, 'bench', 'bench', ?, ?, 'COMPLETED', 1, ?)
          """,
          UUID.randomUUID(),
          event(referral),
          now,
          now);
      run(
          it,
          "update shell.once set answer = ? where key = ? and account = ?",
          "",
          key,
          by.account().value());
      return true;
    });
  }

  private @Nullable UUID book(
      Connection it, Session session, UUID resident, String kind, UUID purpose)
      throws SQLException {
    var now = now();
    var id = UuidCreator.getTimeOrderedEpoch();
    int booked =
        run(
            it,
            BOOK,
            session.clinic(),
            session.start(),
            now,
            session.first(),
            id,
            resident,
            kind,
            purpose.toString(),
            by.account().value(),
            by.name(),
            by.institution().value(),
            now,
            now);
    if (booked == 0) {
      return null;
    }
    relate(it, "VISIT", resident, HotSessions.HOSPITAL, "appointment", id, now, session.end());
    audit(it, "capacity.booked", "appointment", id, resident, facts(session, purpose), now);
    return id;
  }

  private void work(Connection it, UUID referral, Session session, OffsetDateTime now)
      throws SQLException {
    var item = UuidCreator.getTimeOrderedEpoch();
    run(
        it,
        """
        insert into work.item (id, subject_kind, subject_id, kind, title, path, owner_institution,
               owner_duty, urgency, remind_at, due_at, opened_at, opened_by)
        values (?, 'referral', ?, 'referral.review', '心血管内科', ?, ?, 'referral.review', 2, ?, ?, ?,
                ?)
        on conflict (subject_kind, subject_id, kind) where closed_at is null do nothing
        """,
        item,
        referral.toString(),
        "/referrals/" + referral,
        HotSessions.HOSPITAL,
        session.start(),
        session.start(),
        now,
        by.account().value());
    run(
        it,
        """
        insert into work.step (id, item, subject_kind, subject_id, step, at, account, actor, kind,
               to_institution, to_duty)
        values (?, ?, 'referral', ?, 'OPENED', ?, ?, ?, 'referral.review', ?, 'referral.review')
        """,
        UuidCreator.getTimeOrderedEpoch(),
        item,
        referral.toString(),
        now,
        by.account().value(),
        by.name(),
        HotSessions.HOSPITAL);
  }

  private void relate(
      Connection it,
      String kind,
      UUID resident,
      String institution,
      String source,
      UUID id,
      OffsetDateTime now,
      @Nullable OffsetDateTime until)
      throws SQLException {
    run(
        it,
        RELATE,
        kind,
        resident,
        institution,
        source,
        id.toString(),
        now,
        by.account().value(),
        until);
  }

  private void audit(
      Connection it,
      String action,
      String kind,
      UUID subject,
      UUID resident,
      String facts,
      OffsetDateTime now)
      throws SQLException {
    run(
        it,
        AUDIT,
        UuidCreator.getTimeOrderedEpoch(),
        now,
        by.name(),
        by.account().value(),
        by.post().value(),
        by.role(),
        by.institution().value(),
        by.area().value(),
        action,
        kind,
        subject.toString(),
        resident.toString(),
        facts);
  }

  private static String facts(Session session, UUID purpose) {
    return """
    {"hospital": "%s", "department": "%s", "slot": "%s", "start": "%s", "purpose": "%s"}
    """
        .formatted(
            HotSessions.HOSPITAL,
            HotSessions.DEPARTMENT,
            session.first(),
            session.start(),
            purpose);
  }

  private String event(UUID referral) {
    return """
    {"referral": {"value": "%s"}, "from": {"value": "%s"}, "to": {"value": "%s"}, "version": 3}
    """
        .formatted(referral, by.institution(), HotSessions.HOSPITAL);
  }

  private OffsetDateTime now() {
    return Moments.utc(clock.instant());
  }

  @FunctionalInterface
  private interface Writes {
    boolean run(Connection connection) throws SQLException;
  }

  private boolean inOne(Writes writes) throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (writes.run(connection)) {
          connection.commit();
          return true;
        }
        connection.rollback();
        return false;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static int run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
