package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds residents: prefixes within the reader's reach, whole numbers everywhere.
@Repository
class FindStore {

  private static final String HIT =
      """
      select r.id, r.name, r.sex, r.birth_date, r.number_masked, r.phone_masked, r.synthetic
        from resident.resident r
      """;

  /// What was typed, in the forms it may be compared in; an empty one matches nothing.
  record Typed(String name, String spelling, String phone, String number) {}

  private final JdbcClient jdbc;

  FindStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The institutions that a duty with this scope reaches from the reader's own.
  List<String> institutions(Staff by, Scope scope) {
    var own = by.institution().value();
    if (scope == Scope.OWN) {
      return List.of(own);
    }
    var within =
        jdbc.sql(
                """
                select institution from access.card_within where viewer = :own and scope = :scope
                """)
            .param("own", own)
            .param("scope", scope.name())
            .query(String.class)
            .list();
    var all = new ArrayList<>(within);
    if (!all.contains(own)) {
      all.add(own);
    }
    return all;
  }

  boolean seen(ResidentId id, Collection<String> institutions, Instant now) {
    return jdbc.sql(
            """
            select exists (select from access.card_relationship k
                            where k.resident = :id and k.institution = any (:institutions)
                              and k.until > :now)
            """)
        .param("id", id.value())
        .param("institutions", institutions.toArray(String[]::new))
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
  }

  /// Those of these that an institution of the reader has a live relationship with.
  List<ResidentId> seen(Collection<ResidentId> ids, Collection<String> institutions, Instant now) {
    return jdbc.sql(
            """
            select distinct k.resident from access.card_relationship k
             where k.resident = any (:ids) and k.institution = any (:institutions)
               and k.until > :now
            """)
        .param("ids", ids.stream().map(ResidentId::value).toArray(UUID[]::new))
        .param("institutions", institutions.toArray(String[]::new))
        .param("now", utc(now))
        .query((row, _) -> new ResidentId(row.getObject("resident", UUID.class)))
        .list();
  }

  /// Behind every character a name, spelling or number may have. A prefix is a range from itself to
  /// itself and this: a plan that PostgreSQL keeps for later values knows no prefix of `like`, and
  /// would read the whole index.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /// Who fits is told by the index alone; what is shown is read of those few.
  ///
  /// @param id of the resident, among the columns of the index
  /// @param key by which they are sorted
  private static String finding(String from, String id, String key, String and) {
    return """
    with hit as materialized (
      select %2$s as id, %3$s as key from %1$s
       where %3$s >= :from and %3$s < :until %4$s
         and exists (select from access.card_relationship k
                      where k.resident = %2$s and k.institution = any (:institutions)
                        and k.until > :now)
       order by %3$s, %2$s limit :most)
    """
            .formatted(from, id, key, and)
        + HIT
        + " join hit on hit.id = r.id order by hit.key, r.id";
  }

  private static final String BY_NAME = finding("resident.resident p", "p.id", "p.name_key", "");

  private static final String BY_PHONE =
      finding("resident.resident p", "p.id", "p.phone", "and p.phone <> ''");

  private static final String BY_NUMBER =
      finding(
          "resident.identifier i",
          "i.resident",
          "i.value",
          "and (i.system <> 'LOCAL_NUMBER' or i.issuer = any (:institutions))");

  private static final String BY_SPELLING =
      finding("resident.spelling s", "s.resident", "s.key", "");

  /// One person has at most so many spellings that begin alike.
  private static final int SPELLINGS = 5;

  /// At most `most` people; each form of what was typed is looked for by an index of its own.
  List<ResidentHit> within(Typed typed, Collection<String> institutions, Instant now, int most) {
    var hits = new LinkedHashMap<ResidentId, ResidentHit>();
    add(hits, BY_NAME, typed.name(), institutions, now, most);
    add(hits, BY_PHONE, typed.phone(), institutions, now, most);
    add(hits, BY_NUMBER, typed.number(), institutions, now, most);
    add(hits, BY_SPELLING, typed.spelling(), institutions, now, most * SPELLINGS);
    return hits.values().stream().limit(most).toList();
  }

  private void add(
      Map<ResidentId, ResidentHit> hits,
      String sql,
      String prefix,
      Collection<String> institutions,
      Instant now,
      int most) {
    if (prefix.isEmpty()) {
      return;
    }
    jdbc.sql(sql)
        .param("from", prefix)
        .param("until", prefix + LAST)
        .param("institutions", institutions.toArray(String[]::new))
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) -> hit(row))
        .list()
        .forEach(it -> hits.putIfAbsent(it.id(), it));
  }

  /// Whoever has one of these whole numbers of papers and cards, anywhere; two at most.
  List<ResidentHit> byNumber(Set<String> values) {
    return jdbc.sql(
            HIT
                + """
                 where r.id in (select i.resident from resident.identifier i
                                 where i.value = any (:values) and i.system <> 'LOCAL_NUMBER')
                 limit 2
                """)
        .param("values", values.toArray(String[]::new))
        .query((row, _) -> hit(row))
        .list();
  }

  /// Whoever has this name, birth date and phone, anywhere; two at most.
  List<ResidentHit> byPerson(String nameKey, LocalDate birthDate, String phone) {
    return jdbc.sql(
            HIT
                + """
                 where r.name_key = :name and r.birth_date = :born
                   and r.phone = :phone and r.phone <> ''
                 limit 2
                """)
        .param("name", nameKey)
        .param("born", birthDate)
        .param("phone", phone)
        .query((row, _) -> hit(row))
        .list();
  }

  private static ResidentHit hit(ResultSet row) throws SQLException {
    return new ResidentHit(
        new ResidentId(row.getObject("id", UUID.class)),
        row.getString("name"),
        Sex.find(row.getString("sex")).orElseThrow(),
        row.getObject("birth_date", LocalDate.class),
        row.getString("number_masked"),
        row.getString("phone_masked"),
        true,
        row.getBoolean("synthetic"));
  }

  LocalDate birthDate(ResidentId id) {
    return jdbc.sql("select birth_date from resident.resident where id = :id")
        .param("id", id.value())
        .query(LocalDate.class)
        .single();
  }
}
