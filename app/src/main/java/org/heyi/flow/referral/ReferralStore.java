package org.heyi.flow.referral;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;
import static org.heyi.platform.shared.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.referral.Referral.Origin;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Visit;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All writes of referrals and their steps, and the reading that a command begins with.
@Repository
class ReferralStore {

  private static final String SELECT =
      """
      select r.id, r.resident, r.area, r.sender, r.author, r.handler, r.state, r.forwarded, r.receiver, r.earlier,
             r.department, r.urgency, r.appointment, r.visit_start, r.visit_end, r.sent_at,
             r.version, w.assignee, w.assignee_name, w.due_at, %s, %s
        from referral.referral r
        left join work.card_item w
          on w.subject_kind = 'referral' and w.subject_id = r.id::text
      """
          .formatted(ReferralFacts.MISSED, ReferralFacts.DEPUTY);

  private final JdbcClient jdbc;
  private final Clock clock;

  /// @param clock says who stands in for whom today
  ReferralStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Referral.Draft draft, Staff by, Instant expires, Instant at) {
    var origin = draft.origin();
    jdbc.sql(
            """
            insert into referral.referral (id, resident, area, sender, author, author_name, handler,
                                           state, expires_at, created_at, changed_at, version)
            values (:id, :resident, :area, :sender, :author, :name, :author, 'DRAFT', :expires, :at, :at, 1)
            """)
        .param("id", origin.id().value())
        .param("resident", origin.resident().value())
        .param("area", origin.area().value())
        .param("sender", origin.sender().value())
        .param("author", origin.author().value())
        .param("name", by.name())
        .param("expires", utc(expires))
        .param("at", utc(at))
        .update();
  }

  /// Holds the row to the end of the transaction, so that a second press waits and then sees what
  /// the first one did. Reading is a statement of its own: of the one that waited, PostgreSQL shows
  /// the joined work item as it was before.
  Optional<Found> lock(ReferralId id) {
    jdbc.sql("select 1 from referral.referral where id = :id for update")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
    return find(id);
  }

  Optional<Found> find(ReferralId id) {
    return jdbc.sql(SELECT + " where r.id = :id")
        .param("id", id.value())
        .param("today", LocalDate.ofInstant(clock.instant(), Moments.CHINA))
        .query((row, _) -> found(row))
        .optional();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        referral(row),
        ReferralFacts.read(row),
        Objects.requireNonNullElse(row.getString("assignee_name"), ""),
        instantOrNull(row, "sent_at"));
  }

  /// What ends, or loses its slot, by the clock; the longest waiting first.
  List<ReferralId> overdue(Instant now, int most) {
    return jdbc.sql(
            """
            select id from referral.referral
             where expires_at <= :now or hold_until <= :now
             order by least(expires_at, hold_until) limit :most
            """)
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) -> new ReferralId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Open referrals whose newest appointment is another, at another time, or in another state than
  /// they believe.
  List<ReferralId> outOfStep(int most) {
    return jdbc.sql(
            """
            select r.id
              from referral.referral r
              join capacity.card_appointment a
                on a.purpose_kind = 'referral' and a.purpose_id = r.id::text
             where r.state in ('SENT', 'RETURNED', 'ACCEPTED')
               and (case when r.appointment is null
                         then a.status = 'booked' or (a.status = 'arrived' and r.state = 'ACCEPTED')
                         else a.id <> r.appointment or a.starts_at <> r.visit_start
                              or a.status in ('cancelled', 'no_show', 'displaced')
                              or (a.status = 'arrived' and r.state = 'ACCEPTED') end)
             limit :most
            """)
        .param("most", most)
        .query((row, _) -> new ReferralId(row.getObject("id", UUID.class)))
        .list();
  }

  /// The times at which the row's state ends by itself.
  record Clocks(@Nullable Instant holdUntil, @Nullable Instant expires) {}

  Clocks clocks(ReferralId id) {
    return jdbc.sql("select hold_until, expires_at from referral.referral where id = :id")
        .param("id", id.value())
        .query((row, _) ->
            new Clocks(instantOrNull(row, "hold_until"), instantOrNull(row, "expires_at")))
        .single();
  }

  /// Writes the state after a step; the version in the row makes the row itself the judge.
  ///
  /// @return the new version
  int change(Referral after, Clocks clocks, Instant at) {
    var origin = after.origin();
    var route = after.route();
    var visit = after.visit();
    int rows =
        jdbc.sql(
                """
                update referral.referral
                   set state = :state, forwarded = :forwarded, receiver = :receiver,
                       earlier = case when sent_at is null or receiver = :receiver
                                        or receiver = any (earlier)
                                      then earlier
                                      else array_append(earlier, receiver) end,
                       department = :department, urgency = :urgency, appointment = :appointment,
                       visit_start = :start, visit_end = :end, hold_until = :hold,
                       expires_at = :expires, changed_at = :at, version = version + 1,
                       sent_at = case when :state = 'SENT' then coalesce(sent_at, :at)
                                      else sent_at end
                 where id = :id and version = :version
                """)
            .param("state", after.state().name())
            .param("forwarded", after.forwarded())
            .param("receiver", route == null ? null : route.to().hospital().value())
            .param("department", route == null ? null : route.to().department())
            .param("urgency", route == null ? null : route.urgency().name())
            .param("appointment", visit == null ? null : visit.appointment().value())
            .param("start", visit == null ? null : utc(visit.start()))
            .param("end", visit == null ? null : utc(visit.end()))
            .param("hold", utcOrNull(clocks.holdUntil()))
            .param("expires", utcOrNull(clocks.expires()))
            .param("at", utc(at))
            .param("id", origin.id().value())
            .param("version", origin.version())
            .update();
    if (rows == 0) {
      throw ReferralProblem.STALE.with(origin.id());
    }
    return origin.version() + 1;
  }

  /// An edit of a draft or a returned referral: only where to and the version.
  int edit(
      Found it, @Nullable Destination to, @Nullable Urgency urgency, Instant expires, Instant at) {
    int rows =
        jdbc.sql(
                """
                update referral.referral
                   set receiver = coalesce(:receiver, receiver),
                       department = coalesce(:department, department),
                       urgency = coalesce(:urgency, urgency),
                       expires_at = :expires, changed_at = :at, version = version + 1
                 where id = :id and version = :version
                """)
            .param("receiver", to == null ? null : to.hospital().value())
            .param("department", to == null ? null : to.department())
            .param("urgency", urgency == null ? null : urgency.name())
            .param("expires", utc(expires))
            .param("at", utc(at))
            .param("id", it.facts().id().value())
            .param("version", it.facts().version())
            .update();
    if (rows == 0) {
      throw ReferralProblem.STALE.with(it.facts().id());
    }
    return it.facts().version() + 1;
  }

  /// @param account who acts; null for the clock
  void addStep(
      ReferralId id,
      int version,
      ReferralState state,
      Step step,
      @Nullable AccountId account,
      Staff by,
      Instant at) {
    var paper = step.paper();
    var from = step.passage() == null ? null : step.passage().from();
    var to = step.passage() == null ? null : step.passage().to();
    jdbc.sql(
            """
            insert into referral.step (referral, version, action, state, account, name, acting_for,
                                       institution, at, happened_at, happened_by, note,
                                       from_hospital, from_department, to_hospital, to_department)
            values (:id, :version, :action, :state, :account, :name, :actingFor, :institution,
                    :at, :happened, :happenedBy, :note, :fromHospital, :fromDepartment, :toHospital,
                    :toDepartment)
            """)
        .param("id", id.value())
        .param("version", version)
        .param("action", step.action().name())
        .param("state", state.name())
        .param("account", account == null ? null : account.value())
        .param("name", by.name())
        .param("institution", by.institution().value())
        .param("at", utc(at))
        .param("happened", paper == null ? null : utc(paper.happened()))
        .param("happenedBy", paper == null ? null : paper.by())
        .param("actingFor", step.actingFor())
        .param("note", step.note())
        .param("fromHospital", from == null ? null : from.hospital().value())
        .param("fromDepartment", from == null ? null : from.department())
        .param("toHospital", to == null ? null : to.hospital().value())
        .param("toDepartment", to == null ? null : to.department())
        .update();
  }

  private static Referral referral(ResultSet row) throws SQLException {
    var origin =
        new Origin(
            new ReferralId(row.getObject("id", UUID.class)),
            new ResidentId(row.getObject("resident", UUID.class)),
            AreaId.of(row.getString("area")),
            InstitutionId.of(row.getString("sender")),
            new AccountId(row.getObject("author", UUID.class)),
            row.getInt("version"));
    var route = route(row);
    var visit = visit(row);
    return switch (ReferralState.valueOf(row.getString("state"))) {
      case DRAFT -> new Referral.Draft(origin);
      case SENT -> new Referral.Sent(origin, sure(route), visit, row.getBoolean("forwarded"));
      case RETURNED -> new Referral.Returned(origin, sure(route), visit);
      case ACCEPTED -> new Referral.Accepted(origin, sure(route), visit);
      case ARRIVED -> new Referral.Arrived(origin, sure(route), sure(visit));
      case IN_CARE -> new Referral.InCare(origin, sure(route), sure(visit));
      case FED_BACK -> new Referral.FedBack(origin, sure(route), sure(visit));
      case CLOSED -> new Referral.Closed(origin, sure(route), sure(visit));
      case REFUSED -> new Referral.Refused(origin, sure(route));
      case WITHDRAWN -> new Referral.Withdrawn(origin, route);
      case EXPIRED -> new Referral.Expired(origin, route);
    };
  }

  private static @Nullable Route route(ResultSet row) throws SQLException {
    var receiver = row.getString("receiver");
    var department = row.getString("department");
    var urgency = row.getString("urgency");
    return receiver == null || department == null || urgency == null
        ? null
        : new Route(
            new Destination(InstitutionId.of(receiver), department), Urgency.valueOf(urgency));
  }

  private static @Nullable Visit visit(ResultSet row) throws SQLException {
    var appointment = row.getObject("appointment", UUID.class);
    return appointment == null
        ? null
        : new Visit(
            new AppointmentId(appointment), instant(row, "visit_start"), instant(row, "visit_end"));
  }

  private static <T> T sure(@Nullable T value) {
    return Objects.requireNonNull(value, "the table's constraints promise it");
  }
}
