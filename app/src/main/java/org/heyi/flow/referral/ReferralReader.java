package org.heyi.flow.referral;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heyi.flow.capacity.Appointments;
import org.heyi.person.resident.ResidentCard;
import org.heyi.platform.file.StoredFiles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DepartmentView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One referral as it is shown: SQL → view.
@Repository
class ReferralReader {

  private final JdbcClient jdbc;
  private final ReferralSight sight;
  private final SummaryStore summaries;
  private final Appointments appointments;
  private final StoredFiles files;
  private final Physicians physicians;
  private final Clock clock;

  ReferralReader(
      JdbcClient jdbc,
      ReferralSight sight,
      SummaryStore summaries,
      Appointments appointments,
      StoredFiles files,
      Physicians physicians,
      Clock clock) {
    this.jdbc = jdbc;
    this.sight = sight;
    this.summaries = summaries;
    this.appointments = appointments;
    this.files = files;
    this.physicians = physicians;
    this.clock = clock;
  }

  /// What stands in the referral's own row and the cards joined to it.
  private record Head(
      ReferralFacts facts,
      String number,
      ResidentCard resident,
      String sender,
      String receiver,
      String department,
      String author,
      String assignee,
      @Nullable Instant holdUntil,
      @Nullable Instant expires) {}

  /// Empty when there is none, or the caller may not know of it.
  Optional<ReferralView> view(ReferralId id, Staff by) {
    return head(id)
        .filter(it -> sight.sees(it.facts(), by))
        .map(it -> sight.seesNow(it.facts(), by) ? view(it, by) : passedOn(it, by));
  }

  /// A hospital that sent it on keeps what it did, and learns nothing of what came after.
  private ReferralView passedOn(Head it, Staff by) {
    var last =
        jdbc.sql(
                """
                select max(version) from referral.step
                 where referral = :id and action = 'REDIRECT' and from_hospital = any (:own)
                """)
            .param("id", it.facts().id().value())
            .param(
                "own",
                sight.earlier(it.facts(), by).stream()
                    .map(InstitutionId::value)
                    .toArray(String[]::new))
            .query(Integer.class)
            .single();
    return view(it, by).until(last);
  }

  private ReferralView view(Head it, Staff by) {
    var id = it.facts().id();
    var subject = Referrals.subject(id);
    var forwards = ReferralActions.of(it.facts(), by).contains(ReferralAction.FORWARD);
    return new ReferralView(
        it.facts(),
        it.number(),
        it.resident(),
        it.sender(),
        it.receiver(),
        it.department(),
        it.author(),
        it.assignee(),
        summaries.request(id),
        summaries.summary(id),
        summaries.feedback(id),
        appointments.of(subject).orElse(null),
        it.holdUntil(),
        it.expires(),
        course(id),
        files.of(subject),
        forwards ? physicians.at(by.institution()) : Map.of());
  }

  private Optional<Head> head(ReferralId id) {
    return jdbc.sql(
            """
            select r.*, %s, %s, w.assignee, w.assignee_name, w.due_at,
                   p.name as resident_name, p.sex, p.birth_date, p.id_number_masked, p.phone_masked,
                   s.name as sender_name, h.name as receiver_name, d.name as department_name
              from referral.referral r
              join resident.card_resident p on p.id = r.resident
              join directory.card_institution s on s.id = r.sender
              left join directory.card_institution h on h.id = r.receiver
              left join directory.card_department d
                on d.institution = r.receiver and d.code = r.department
              left join work.card_item w
                on w.subject_kind = 'referral' and w.subject_id = r.id::text
             where r.id = :id
            """
                .formatted(ReferralFacts.MISSED, ReferralFacts.DEPUTY))
        .param("id", id.value())
        .param("today", LocalDate.ofInstant(clock.instant(), Moments.CHINA))
        .query((row, _) -> head(row))
        .optional();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        ReferralFacts.read(row),
        number(row.getLong("number")),
        new ResidentCard(
            new ResidentId(row.getObject("resident", UUID.class)),
            row.getString("resident_name"),
            row.getString("sex"),
            row.getObject("birth_date", LocalDate.class),
            text(row, "id_number_masked"),
            text(row, "phone_masked")),
        row.getString("sender_name"),
        text(row, "receiver_name"),
        text(row, "department_name"),
        row.getString("author_name"),
        text(row, "assignee_name"),
        instantOrNull(row, "hold_until"),
        instantOrNull(row, "expires_at"));
  }

  /// `ZZ00000042`: 转诊 and the running number.
  static String number(long number) {
    return "ZZ%08d".formatted(number);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }

  private List<ReferralView.Course> course(ReferralId id) {
    return jdbc.sql(
            """
            select t.version, t.action, t.state, t.name, t.acting_for, i.name as institution_name, t.at,
                   t.happened_at, t.happened_by, t.note,
                   fh.name || ' ' || coalesce(fd.name, t.from_department) as from_place,
                   th.name || ' ' || coalesce(td.name, t.to_department) as to_place
              from referral.step t
              left join directory.card_institution i on i.id = t.institution
              left join directory.card_institution fh on fh.id = t.from_hospital
              left join directory.card_department fd
                on fd.institution = t.from_hospital and fd.code = t.from_department
              left join directory.card_institution th on th.id = t.to_hospital
              left join directory.card_department td
                on td.institution = t.to_hospital and td.code = t.to_department
             where t.referral = :id order by t.version
            """)
        .param("id", id.value())
        .query((row, _) ->
            new ReferralView.Course(
                row.getInt("version"),
                ReferralAction.valueOf(row.getString("action")),
                ReferralState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("acting_for"),
                text(row, "institution_name"),
                instant(row, "at"),
                instantOrNull(row, "happened_at"),
                text(row, "happened_by"),
                row.getString("note"),
                text(row, "from_place"),
                text(row, "to_place")))
        .list();
  }

  /// In the order of the hospitals.
  List<DepartmentView> departments(List<InstitutionId> hospitals, String text) {
    var like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%";
    return hospitals.stream()
        .flatMap(hospital ->
            jdbc
                .sql(
                    """
                    select institution, code, name from directory.card_department
                     where institution = :hospital and (name like :like or pinyin like :like)
                     order by code
                    """)
                .param("hospital", hospital.value())
                .param("like", like)
                .query((row, _) ->
                    new DepartmentView(hospital, row.getString("code"), row.getString("name")))
                .list()
                .stream())
        .toList();
  }

  String numberOf(ReferralId id) {
    return number(
        jdbc.sql("select number from referral.referral where id = :id")
            .param("id", id.value())
            .query(Long.class)
            .single());
  }

  /// Who goes on with it for the sender, and where that is.
  ///
  /// @param account null when it is everybody there with the duty
  record Handler(InstitutionId at, @Nullable AccountId account) {}

  Handler handler(ReferralId id) {
    return jdbc.sql("select sender, handler from referral.referral where id = :id")
        .param("id", id.value())
        .query((row, _) -> {
          var account = row.getObject("handler", UUID.class);
          return new Handler(
              InstitutionId.of(row.getString("sender")),
              account == null ? null : new AccountId(account));
        })
        .single();
  }

  /// Other referrals of the resident to the same department: open, or closed since then.
  List<Likewise> likewise(ReferralId id, Instant since) {
    return jdbc.sql(
            """
            select o.number, o.state, o.sent_at, s.name
              from referral.referral r
              join referral.referral o on o.resident = r.resident and o.receiver = r.receiver
                and o.department = r.department and o.id <> r.id and o.sent_at is not null
              join directory.card_institution s on s.id = o.sender
             where r.id = :id and o.state not in ('REFUSED', 'WITHDRAWN', 'EXPIRED')
               and (o.state <> 'CLOSED' or o.sent_at > :since)
             order by o.sent_at desc
            """)
        .param("id", id.value())
        .param("since", org.heyi.platform.shared.Moments.utc(since))
        .query((row, _) ->
            new Likewise(
                number(row.getLong("number")),
                ReferralState.valueOf(row.getString("state")),
                instant(row, "sent_at"),
                row.getString("name")))
        .list();
  }
}
