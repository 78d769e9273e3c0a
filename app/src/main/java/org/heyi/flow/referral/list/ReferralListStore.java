package org.heyi.flow.referral.list;

import static java.util.stream.Collectors.joining;
import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;
import static org.heyi.platform.shared.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralState;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.list.ReferralQuery.Between;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reading of lists: paged, sorted and filtered in SQL, joined with the cards of other rooms.
@Repository
class ReferralListStore {

  /// Which referrals a list is made of.
  enum Part {
    SENT("r.sender = :own", "r.changed_at desc"),
    OVERSEEN(
        """
        r.sent_at is not null and (r.sender = :own or r.sender in (
          select institution from access.card_within where viewer = :own and scope = :scope))
        """,
        "r.changed_at desc"),
    INBOX(
        "r.receiver = :own and r.state = 'SENT' and r.appointment is not null",
        "w.urgency, r.visit_start, w.due_at"),
    ADVICE(
        """
        r.receiver = :own and r.state = 'SENT' and r.appointment is not null and r.forwarded
        and (w.assignee is null or w.assignee = :me or w.assignee in (%s))
        """
            .formatted(ReferralFacts.ABSENT),
        "w.urgency, r.visit_start, w.due_at"),
    DESK(
        """
        r.receiver = :own and r.state in ('ACCEPTED', 'ARRIVED', 'IN_CARE', 'FED_BACK', 'CLOSED')
        and (r.visit_start >= :from and r.visit_start < :until
             or r.appointment is null and exists (
               select from capacity.card_appointment m
                where m.purpose_kind = 'referral' and m.purpose_id = r.id::text
                  and m.status = 'no_show' and m.starts_at >= :from and m.starts_at < :until))
        """,
        "r.visit_start"),
    CARE(
        "r.receiver = :own and r.state in ('ARRIVED', 'IN_CARE', 'FED_BACK')", "r.state, w.due_at"),
    OUTAGE(
        """
        (r.sender = :own or r.receiver = :own)
        and r.state in ('SENT', 'RETURNED', 'ACCEPTED', 'ARRIVED', 'IN_CARE')
        """,
        "r.visit_start");

    private final String where;
    private final String order;

    Part(String where, String order) {
      this.where = where;
      this.order = order;
    }
  }

  /// Everything a list was asked for.
  record Asked(
      Part part,
      ReferralFilter filter,
      PageQuery page,
      Staff by,
      Scope scope,
      Instant from,
      Instant until,
      Instant now) {}

  private static final Map<String, String> SORTS =
      Map.of(
          "urgency", "w.urgency",
          "visit", "r.visit_start",
          "due", "w.due_at",
          "resident", "p.pinyin",
          "department", "r.department",
          "sender", "r.sender",
          "state", "r.state",
          "sent", "r.sent_at",
          "changed", "r.changed_at",
          "assignee", "w.assignee_name");

  private static final String SELECT =
      """
      select r.*, w.assignee, w.assignee_name, w.due_at, w.escalated_at,
             p.name as resident_name, p.sex, p.birth_date,
             s.name as sender_name, h.name as receiver_name, d.name as department_name,
             m.diagnosis_name, m.diagnosis_en, a.number as visit_number, %s, %s
      """
          .formatted(ReferralFacts.MISSED, ReferralFacts.DEPUTY);

  private static final String RESIDENT =
      " left join resident.card_resident p on p.id = r.resident ";

  private static final String WORK =
      """
       left join work.card_item w on w.subject_kind = 'referral' and w.subject_id = r.id::text
      """;

  /// Each referral has its resident and one open piece of work at most; the joins are outer ones so
  /// that counting can do without.
  private static final String FROM = " from referral.referral r " + RESIDENT + WORK;

  private static final Pattern OF_RESIDENT = Pattern.compile("\\bp\\.");
  private static final Pattern OF_WORK = Pattern.compile("\\bw\\.");

  private static final String CARDS =
      """
        join directory.card_institution s on s.id = r.sender
        left join directory.card_institution h on h.id = r.receiver
        left join directory.card_department d
          on d.institution = r.receiver and d.code = r.department
        left join referral.summary m on m.referral = r.id
        left join capacity.card_appointment a on a.id = r.appointment
      """;

  private static final String FILTER =
      """
       and (:state = '' or r.state = :state
            or (:state = 'OPEN' and r.state not in ('CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')))
       and (:urgency = '' or r.urgency = :urgency)
       and (:department = '' or r.department = :department)
      """;

  private static final String OVERSEEN_BOTH_WAYS =
      """
      r.sent_at is not null and (r.sender = :own or r.receiver = :own
        or r.sender in (
          select institution from access.card_within where viewer = :own and scope = :scope)
        or r.receiver in (
          select institution from access.card_within where viewer = :own and scope = :scope))
      """;

  private static final String QUERY =
      """
       and (cast(:id as uuid) is null or r.id = :id)
       and (cast(:number as bigint) is null or r.number = :number)
       and (cast(:resident as uuid) is null or r.resident = :resident)
       and (cast(:states as text[]) is null or r.state = any (cast(:states as text[])))
       and (cast(:sender as text) is null or r.sender = :sender)
       and (cast(:receiver as text) is null or r.receiver = :receiver)
       and (cast(:owner as text) is null or w.owner_institution = :owner
            or (r.state = 'DRAFT' and r.sender = :owner))
       and (cast(:urgency as text) is null or r.urgency = :urgency)
       and (cast(:sentFrom as timestamptz) is null or r.sent_at >= :sentFrom)
       and (cast(:sentUntil as timestamptz) is null or r.sent_at < :sentUntil)
       and (cast(:visitFrom as timestamptz) is null or r.visit_start >= :visitFrom)
       and (cast(:visitUntil as timestamptz) is null or r.visit_start < :visitUntil)
       and (cast(:changedFrom as timestamptz) is null or r.changed_at >= :changedFrom)
       and (cast(:changedUntil as timestamptz) is null or r.changed_at < :changedUntil)
      """;

  private static final String TEXT =
      " and (p.name like :like or p.pinyin like :like or r.number = :number)";

  private final JdbcClient jdbc;

  ReferralListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// First which rows are on the page, then what is shown of them, so that the cards of a few rows
  /// are joined and not those of all.
  Page<ReferralRow> list(Asked it) {
    var where = it.part().where + FILTER + (it.filter().q().isEmpty() ? "" : TEXT);
    var order = it.page().orderBy(SORTS, it.part().order + ", r.id");
    return page(where, order, params(it), it.page());
  }

  /// What a query finds among what the caller may know of: a worklist in the order of work, all
  /// else the newest change first.
  Page<ReferralRow> find(ReferralQuery it, Sides sides, PageQuery page, Staff by, Instant now) {
    var order = it.owner() == null ? "r.changed_at desc" : Part.INBOX.order;
    var params = params(it);
    params.put("own", by.institution().value());
    params.put("scope", sides.scope().name());
    params.put("today", day(now));
    params.put("size", page.size());
    params.put("offset", page.offset());
    return page("(" + known(sides) + ")" + QUERY, " order by " + order + ", r.id", params, page);
  }

  private static String known(Sides it) {
    var any = new ArrayList<String>();
    if (it.sends()) {
      any.add("r.sender = :own");
    }
    if (it.receives()) {
      any.add("r.receiver = :own and r.sent_at is not null");
    }
    if (it.oversees()) {
      any.add(OVERSEEN_BOTH_WAYS);
    }
    return String.join(" or ", any);
  }

  private Page<ReferralRow> page(
      String condition,
      String order,
      Map<String, ? extends @Nullable Object> params,
      PageQuery query) {
    var where = " where " + condition;
    long total = jdbc.sql(counted(condition)).params(params).query(Long.class).single();
    var page = order + " limit :size offset :offset";
    var rows =
        jdbc.sql(
                ("with page as materialized (select r.id " + FROM + where + page + ")")
                    + (SELECT + FROM + CARDS)
                    + (" where r.id = any (array(select id from page))" + order))
            .params(params)
            .query((row, _) -> row(row))
            .list();
    return new Page<>(rows, total, query);
  }

  List<ReferralRow> of(ResidentId resident, InstitutionId own, Instant now) {
    var where =
        """
         where r.resident = :resident
           and (r.sender = :own or (r.receiver = :own and r.sent_at is not null)
                or r.earlier @> array[cast(:own as text)])
         order by r.changed_at desc limit 50
        """;
    return jdbc.sql(SELECT + FROM + CARDS + where)
        .param("resident", resident.value())
        .param("own", own.value())
        .param("today", day(now))
        .query((row, _) -> row(row))
        .list();
  }

  /// What is shown of these, the newest change first.
  List<ReferralRow> rows(Collection<ReferralId> ids, Instant now) {
    return jdbc.sql(SELECT + FROM + CARDS + " where r.id = any (:ids) order by r.changed_at desc")
        .param("ids", ids.stream().map(ReferralId::value).toArray(UUID[]::new))
        .param("today", day(now))
        .query((row, _) -> row(row))
        .list();
  }

  long count(Part part, InstitutionId own, AccountId me, Instant now) {
    return jdbc.sql(counted(part.where))
        .param("own", own.value())
        .param("me", me.value())
        .param("today", day(now))
        .query(Long.class)
        .single();
  }

  /// Joins what the condition names only: thousands of rows are counted for each page of a few.
  private static String counted(String condition) {
    return "select count(*) from referral.referral r"
        + (OF_RESIDENT.matcher(condition).find() ? RESIDENT : "")
        + (OF_WORK.matcher(condition).find() ? WORK : "")
        + " where "
        + condition;
  }

  private static Map<String, Object> params(Asked it) {
    var filter = it.filter();
    var params = new HashMap<String, Object>();
    params.put("own", it.by().institution().value());
    params.put("me", it.by().account().value());
    params.put("scope", it.scope().name());
    params.put("from", utc(it.from()));
    params.put("until", utc(it.until()));
    params.put("state", word(filter.state()));
    params.put("urgency", word(filter.urgency()));
    params.put("department", filter.department());
    params.put("like", "%" + literal(filter.q().toLowerCase(Locale.ROOT)) + "%");
    params.put("number", number(filter.q()));
    params.put("today", day(it.now()));
    params.put("size", it.page().size());
    params.put("offset", it.page().offset());
    return params;
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, Moments.CHINA);
  }

  private static Map<String, @Nullable Object> params(ReferralQuery it) {
    var states = it.states();
    var params = new HashMap<String, @Nullable Object>();
    params.put("id", it.id() == null ? null : it.id().value());
    params.put("number", it.number() == null ? null : number(it.number()));
    params.put("resident", it.resident() == null ? null : it.resident().value());
    params.put("states", states == null ? null : array(states));
    params.put("sender", it.sender() == null ? null : it.sender().value());
    params.put("receiver", it.receiver() == null ? null : it.receiver().value());
    params.put("owner", it.owner() == null ? null : it.owner().value());
    params.put("urgency", it.urgency() == null ? null : it.urgency().name());
    put(params, "sent", it.sent());
    put(params, "visit", it.visit());
    put(params, "changed", it.changed());
    return params;
  }

  private static void put(Map<String, @Nullable Object> params, String name, Between it) {
    params.put(name + "From", utcOrNull(it.from()));
    params.put(name + "Until", utcOrNull(it.until()));
  }

  private static String array(Set<ReferralState> states) {
    return states.stream().map(Enum::name).sorted().collect(joining(",", "{", "}"));
  }

  private static String word(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /// `%` and `_` typed by somebody mean themselves.
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /// The number that was typed as it stands on paper, or -1.
  static long number(String q) {
    var digits = q.toUpperCase(Locale.ROOT).replaceFirst("^ZZ", "");
    return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : -1;
  }

  private static ReferralRow row(ResultSet row) throws SQLException {
    var urgency = row.getString("urgency");
    return new ReferralRow(
        ReferralFacts.read(row),
        "ZZ%08d".formatted(row.getLong("number")),
        new ResidentId(row.getObject("resident", UUID.class)),
        row.getString("resident_name"),
        text(row, "sex"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("sender_name"),
        text(row, "receiver_name"),
        text(row, "department"),
        text(row, "department_name"),
        text(row, "diagnosis_name"),
        text(row, "diagnosis_en"),
        urgency == null ? null : Urgency.valueOf(urgency),
        instantOrNull(row, "visit_start"),
        row.getInt("visit_number"),
        instantOrNull(row, "sent_at"),
        instant(row, "changed_at"),
        text(row, "assignee_name"),
        row.getObject("escalated_at") != null);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }
}
