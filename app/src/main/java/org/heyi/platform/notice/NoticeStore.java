package org.heyi.platform.notice;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of this room.
@Repository
class NoticeStore {

  private static final String COLUMNS = "select id, key, args, path, for_name, at, read_at";
  private static final String OWN =
      " from notice.notice where reader = :reader and (not :unreadOnly or read_at is null)";

  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param forName for whom the reader stands in, or null
  void add(AccountId reader, TellNotice notice, @Nullable String forName, Instant at) {
    jdbc.sql(
            """
            insert into notice.notice (id, reader, once, key, args, path, for_name, at)
            values (:id, :reader, :once, :key, :args, :path, :for, :at)
            on conflict on constraint notice_once do nothing
            """)
        .param("id", NoticeId.next().value())
        .param("reader", reader.value())
        .param("once", notice.once())
        .param("key", notice.key())
        .param("args", notice.args().toArray(String[]::new))
        .param("path", notice.path())
        .param("for", forName)
        .param("at", utc(at))
        .update();
  }

  /// Who stands in for somebody at an institution on a day.
  record Deputy(AccountId account, String absentName) {}

  Optional<Deputy> deputy(AccountId absent, InstitutionId institution, LocalDate today) {
    return jdbc.sql(
            """
            select deputy, absent_name from access.card_deputy
             where absent = :absent and institution = :institution
               and from_date <= :today and until_date > :today
            """)
        .param("absent", absent.value())
        .param("institution", institution.value())
        .param("today", today)
        .query((row, _) ->
            new Deputy(
                new AccountId(row.getObject("deputy", UUID.class)), row.getString("absent_name")))
        .optional();
  }

  List<AccountId> holders(InstitutionId institution, String duty) {
    return jdbc.sql(
            """
            select distinct account from access.card_duty_holder
             where institution = :institution and duty = :duty
            """)
        .param("institution", institution.value())
        .param("duty", duty)
        .query((row, _) -> account(row))
        .list();
  }

  /// The nearest scope in which anybody supervises: the institution and those that manage it, else
  /// the area.
  List<AccountId> heads(InstitutionId institution) {
    return jdbc.sql(
            """
            with head as (
              select distinct h.account, w.scope
                from access.card_within w
                join access.card_duty_holder h on h.institution = w.viewer
               where w.institution = :institution and w.scope in ('SUBTREE', 'AREA')
                 and h.duty = 'work.supervise'
            )
            select distinct account from head
             where scope = 'SUBTREE' or not exists (select from head where scope = 'SUBTREE')
            """)
        .param("institution", institution.value())
        .query((row, _) -> account(row))
        .list();
  }

  Page<NoticeView> list(AccountId reader, boolean unreadOnly, PageQuery page) {
    var total =
        jdbc.sql("select count(*)" + OWN)
            .param("reader", reader.value())
            .param("unreadOnly", unreadOnly)
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(COLUMNS + OWN + " order by at desc, id desc limit :limit offset :offset")
            .param("reader", reader.value())
            .param("unreadOnly", unreadOnly)
            .param("limit", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  long unread(AccountId reader) {
    return jdbc.sql("select count(*)" + OWN)
        .param("reader", reader.value())
        .param("unreadOnly", true)
        .query(Long.class)
        .single();
  }

  Optional<NoticeView> find(NoticeId id, AccountId reader) {
    return jdbc.sql(COLUMNS + " from notice.notice where id = :id and reader = :reader")
        .param("id", id.value())
        .param("reader", reader.value())
        .query((row, _) -> view(row))
        .optional();
  }

  void read(NoticeId id, AccountId reader, Instant now) {
    jdbc.sql(
            """
            update notice.notice set read_at = :now
             where id = :id and reader = :reader and read_at is null
            """)
        .param("id", id.value())
        .param("reader", reader.value())
        .param("now", utc(now))
        .update();
  }

  int readAll(AccountId reader, Instant until, Instant now) {
    return jdbc.sql(
            """
            update notice.notice set read_at = :now
             where reader = :reader and read_at is null and at <= :until
            """)
        .param("reader", reader.value())
        .param("until", utc(until))
        .param("now", utc(now))
        .update();
  }

  private static AccountId account(ResultSet row) throws SQLException {
    return new AccountId(row.getObject("account", UUID.class));
  }

  private static NoticeView view(ResultSet row) throws SQLException {
    return new NoticeView(
        new NoticeId(row.getObject("id", UUID.class)),
        row.getString("key"),
        List.of((String[]) row.getArray("args").getArray()),
        row.getString("path"),
        Objects.requireNonNullElse(row.getString("for_name"), ""),
        instant(row, "at"),
        instantOrNull(row, "read_at"));
  }
}
