package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on slots. A lapsed hold counts as free everywhere.
@Repository
class SlotStore {

  /// A segment of a clinic with free places, and what the rule needs of it.
  record Open(FreeSlot slot, SlotRules.SlotFacts facts) {}

  /// A new place of a clinic.
  record Place(int number, Instant start, Instant end, boolean reserved, boolean extra) {}

  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  /// What `:asker` may take of the slots `s` in a [SlotRules.Window]: the rule as SQL asks it.
  static final String TAKEABLE =
      """
      (s.starts_at > :now and s.state in ('free', 'held')
       and (s.state = 'free' or s.held_until <= :now or s.held_by = :asker)
       and case when s.reserved
                then s.session_at > :lapsed
                     and (s.day <= :entitled
                          or s.session_at <= :released and s.day <= :public)
                else s.day <= :public end)
      """;

  private static final String OF_PRACTITIONER =
      """
      and s.clinic in (select id from capacity.clinic
                        where hospital = :hospital and practitioner = :practitioner)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  SlotStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /// The next segments that may be taken, earliest first.
  List<FreeSlot> offered(FreeSlotQuery query, SlotRules.Window window, AccountId asker) {
    return open(query, window, asker).stream()
        .filter(it -> SlotRules.mayTake(it.facts(), window).isEmpty())
        .map(Open::slot)
        .toList();
  }

  /// The next segments of a hospital (and department) that lie in the window, earliest first. The
  /// partial indexes on free slots give them in order, so that it stops after the last one asked.
  private List<Open> open(FreeSlotQuery query, SlotRules.Window window, AccountId asker) {
    var asked = query.until();
    var open = VisitDay.start(window.last().plusDays(1));
    var until = asked == null || open.isBefore(asked) ? open : asked;
    var sql =
        jdbc.sql(
            """
            with open as (
              select (array_agg(s.id order by s.number))[1] as slot, s.clinic, s.starts_at,
                     s.reserved, count(*) as places
                from capacity.slot s
               where s.hospital = :hospital %s %s
                 and s.starts_at >= :from and s.starts_at < :until and %s
               group by s.starts_at, s.clinic, s.reserved
               order by s.starts_at, s.clinic, s.reserved
               limit :most)
            select o.slot, o.places, o.reserved, s.day, s.starts_at, s.ends_at, s.session_at,
                   c.hospital, c.department, coalesce(d.name, c.department) as department_name,
                   c.practitioner, c.class
              from open o
              join capacity.slot s on s.id = o.slot
              join capacity.clinic c on c.id = o.clinic
              left join directory.card_department d
                on d.institution = c.hospital and d.code = c.department
             order by s.starts_at, o.clinic, o.reserved
            """
                .formatted(
                    query.department().isEmpty() ? "" : "and s.department = :department",
                    query.practitioner().isEmpty() ? "" : OF_PRACTITIONER,
                    TAKEABLE));
    return asking(sql, window, asker)
        .param("hospital", query.hospital().value())
        .param("department", query.department())
        .param("practitioner", query.practitioner())
        .param("from", utc(query.from()))
        .param("until", utc(until))
        .param("most", query.most())
        .query((row, _) -> open(row))
        .list();
  }

  /// What [#TAKEABLE] asks.
  static JdbcClient.StatementSpec asking(
      JdbcClient.StatementSpec sql, SlotRules.Window window, AccountId asker) {
    return sql.param("now", utc(window.now()))
        .param("asker", asker.value())
        .param("lapsed", utc(window.lapsedBefore()))
        .param("released", utc(window.releasedBefore()))
        .param("entitled", window.entitledUntil() == null ? NEVER : window.entitledUntil())
        .param("public", window.publicUntil());
  }

  private static Open open(ResultSet row) throws SQLException {
    var slot =
        new FreeSlot(
            new SlotId(row.getObject("slot", UUID.class)),
            InstitutionId.of(row.getString("hospital")),
            row.getString("department"),
            row.getString("department_name"),
            row.getString("practitioner"),
            row.getString("class"),
            instant(row, "starts_at"),
            instant(row, "ends_at"),
            row.getBoolean("reserved"),
            row.getInt("places"));
    var facts =
        new SlotRules.SlotFacts(
            true,
            slot.reserved(),
            row.getObject("day", LocalDate.class),
            slot.start(),
            instant(row, "session_at"));
    return new Open(slot, facts);
  }

  /// Holds a free slot of the segment of `asked`, itself first; a second hold of one account gives
  /// back the first.
  Optional<SlotId> hold(SlotOffer asked, boolean otherPool, Instant until, Instant now, Staff by) {
    oneAfterTheOther(by.account());
    releaseAll(by.account());
    return jdbc.sql(
            """
            with picked as (%s)
            update capacity.slot s set state = 'held', held_until = :until, held_by = :me
              from picked where s.id = picked.id
            returning s.id
            """
                .formatted(PICK))
        .param("asked", asked.slot().value())
        .param("clinic", asked.clinic().value())
        .param("start", utc(asked.start()))
        .param("reserved", asked.reserved())
        .param("other", otherPool)
        .param("now", utc(now))
        .param("until", utc(until))
        .param("me", by.account().value())
        .query((row, _) -> new SlotId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// One slot of the segment that is free for `:me`, the asked one first, then its pool, then the
  /// lowest number. What another transaction has just taken is skipped, not waited for.
  static final String PICK =
      """
      select id from capacity.slot
       where clinic = :clinic and starts_at = :start and (reserved = :reserved or :other)
         and state in ('free', 'held')
         and (state = 'free' or held_until <= :now or held_by = :me)
       order by id = :asked desc, reserved = :reserved desc, number
       limit 1
         for no key update skip locked
      """;

  private static final String RELEASE =
      """
      update capacity.slot set state = 'free', held_until = null, held_by = null
       where held_by = :holder and state = 'held'
      """;

  /// Two holds of one account at once would meet in the constraint on its one hold.
  private void oneAfterTheOther(AccountId holder) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('capacity.hold/' || :holder, 0))")
        .param("holder", holder.toString())
        .query((_, _) -> true)
        .single();
  }

  void release(InstitutionId hospital, String department, AccountId holder) {
    jdbc.sql(RELEASE + " and hospital = :hospital and department = :department")
        .param("holder", holder.value())
        .param("hospital", hospital.value())
        .param("department", department)
        .update();
  }

  /// One account holds one slot.
  private void releaseAll(AccountId holder) {
    jdbc.sql(RELEASE).param("holder", holder.value()).update();
  }

  /// Gives a booked slot back. It is the first lock of moving and cancelling.
  boolean free(SlotId slot) {
    return jdbc.sql("update capacity.slot set state = 'free' where id = :id and state = 'booked'")
            .param("id", slot.value())
            .update()
        == 1;
  }

  /// A slot that was given back when its time was over is booked after all.
  boolean takeAgain(SlotId slot) {
    return jdbc.sql("update capacity.slot set state = 'booked' where id = :id and state = 'free'")
            .param("id", slot.value())
            .update()
        == 1;
  }

  /// What somebody holds at a department.
  Optional<HeldSlot> held(
      InstitutionId hospital, String department, Instant now, AccountId holder) {
    return jdbc.sql(
            """
            select id, starts_at, held_until from capacity.slot
             where held_by = :holder and state = 'held' and held_until > :now
               and hospital = :hospital and department = :department
            """)
        .param("holder", holder.value())
        .param("now", utc(now))
        .param("hospital", hospital.value())
        .param("department", department)
        .query((row, _) ->
            new HeldSlot(
                new SlotId(row.getObject("id", UUID.class)),
                instant(row, "starts_at"),
                instant(row, "held_until")))
        .optional();
  }

  int freeLapsed(Instant now, int most) {
    return jdbc.sql(
            """
            update capacity.slot set state = 'free', held_until = null, held_by = null
             where id in (select id from capacity.slot
                           where state = 'held' and held_until <= :now
                           limit :most for no key update skip locked)
            """)
        .param("now", utc(now))
        .param("most", most)
        .update();
  }

  /// Marks reserved slots nobody used when their fate falls, for the figures; the rule itself reads
  /// the clock.
  int markUnused(InstitutionId hospital, Instant sessionsUntil, Instant now) {
    return jdbc.sql(
            """
            update capacity.slot set unused_at = :now
             where hospital = :hospital and state in ('free', 'held') and reserved
               and unused_at is null and starts_at > :now and session_at <= :until
            """)
        .param("hospital", hospital.value())
        .param("until", utc(sessionsUntil))
        .param("now", utc(now))
        .update();
  }

  /// Hospitals with clinics from a day on.
  List<InstitutionId> hospitals(LocalDate from) {
    return jdbc.sql(
            """
            select distinct hospital from capacity.clinic
             where status = 'published' and day >= :from
            """)
        .param("from", from)
        .query((row, _) -> InstitutionId.of(row.getString("hospital")))
        .list();
  }

  void add(Clinic clinic, List<Place> places) {
    batch.batchUpdate(
        """
        insert into capacity.slot (id, clinic, hospital, department, day, starts_at, ends_at,
                                   session_at, number, class, reserved, extra, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'free')
        """,
        places,
        500,
        (row, place) -> {
          row.setObject(1, SlotId.next().value());
          row.setObject(2, clinic.id().value());
          row.setString(3, clinic.hospital().value());
          row.setString(4, clinic.department());
          row.setObject(5, clinic.day());
          row.setObject(6, utc(place.start()));
          row.setObject(7, utc(place.end()));
          row.setObject(8, utc(clinic.start()));
          row.setInt(9, place.number());
          row.setString(10, clinic.slotClass());
          row.setBoolean(11, place.reserved());
          row.setBoolean(12, place.extra());
        });
  }

  /// Waits for every booking of the clinic that is under way; afterwards none can begin.
  void lockAll(ClinicId clinic) {
    jdbc.sql(
            """
            select id from capacity.slot where clinic = :clinic
             order by number for no key update
            """)
        .param("clinic", clinic.value())
        .query(UUID.class)
        .list();
  }

  /// Cancels the clinic's slots, but those whose resident has come or was waited for.
  int cancelAll(ClinicId clinic) {
    return jdbc.sql(
            """
            update capacity.slot s set state = 'cancelled', held_until = null, held_by = null
             where s.clinic = :clinic and s.state <> 'cancelled'
               and not exists (select from capacity.appointment a
                                where a.slot = s.id and a.status in ('arrived', 'no_show'))
            """)
        .param("clinic", clinic.value())
        .update();
  }

  void reclass(ClinicId clinic, String slotClass) {
    jdbc.sql("update capacity.slot set class = :class where clinic = :clinic and class <> :class")
        .param("class", slotClass)
        .param("clinic", clinic.value())
        .update();
  }

  /// Turns `count` free slots of a segment into reserved or public ones; answers how many it found.
  int mark(ClinicId clinic, Instant start, boolean reserved, int count, Instant now) {
    return jdbc.sql(
            """
            update capacity.slot set reserved = :reserved, unused_at = null
             where id in (select id from capacity.slot
                           where clinic = :clinic and starts_at = :start
                             and reserved <> :reserved
                             and state in ('free', 'held')
                             and (state = 'free' or held_until <= :now)
                           order by number limit :count for no key update)
            """)
        .param("reserved", reserved)
        .param("clinic", clinic.value())
        .param("start", utc(start))
        .param("now", utc(now))
        .param("count", count)
        .update();
  }

  int highestNumber(ClinicId clinic) {
    return jdbc.sql("select coalesce(max(number), 0) from capacity.slot where clinic = :clinic")
        .param("clinic", clinic.value())
        .query(Integer.class)
        .single();
  }

  int extras(ClinicId clinic) {
    return jdbc.sql(
            """
            select count(*) from capacity.slot
             where clinic = :clinic and extra and state <> 'cancelled'
            """)
        .param("clinic", clinic.value())
        .query(Integer.class)
        .single();
  }
}
