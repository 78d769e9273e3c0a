package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of ties.
@Repository
class TieStore {

  /// An open tie.
  record Open(UUID id, InstitutionId institution, LocalDate from) {}

  private static final Map<String, String> SORTS =
      Map.of(
          "name",
          "r.name_key",
          "birth-date",
          "r.birth_date",
          "since",
          "t.from_date",
          "institution",
          "t.institution");

  private final JdbcClient jdbc;

  TieStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The open tie, its row locked, so that of two changes one sees the other.
  Optional<Open> lockOpen(ResidentId resident) {
    return jdbc.sql(
            """
            select id, institution, from_date from resident.tie
             where resident = :resident and until_date is null for update
            """)
        .param("resident", resident.value())
        .query((row, _) ->
            new Open(
                row.getObject("id", UUID.class),
                new InstitutionId(row.getString("institution")),
                row.getObject("from_date", LocalDate.class)))
        .optional();
  }

  /// @return false when the resident has an open tie
  boolean open(
      UUID id,
      ResidentId resident,
      InstitutionId institution,
      String grid,
      LocalDate from,
      Staff by,
      Instant now) {
    return jdbc.sql(
                """
                insert into resident.tie
                  (id, resident, institution, grid, from_date, set_at, set_by, set_by_name)
                values (:id, :resident, :institution, :grid, :from, :at, :by, :name)
                on conflict on constraint tie_one_at_a_time do nothing
                """)
            .param("id", id)
            .param("resident", resident.value())
            .param("institution", institution.value())
            .param("grid", grid)
            .param("from", from)
            .param("at", utc(now))
            .param("by", by.account().value())
            .param("name", by.name())
            .update()
        == 1;
  }

  /// Ends it on a day; one that began on that very day was a mistake and goes.
  void end(Open tie, LocalDate on) {
    if (tie.from().equals(on)) {
      jdbc.sql("delete from resident.tie where id = :id").param("id", tie.id()).update();
    } else {
      jdbc.sql("update resident.tie set until_date = :on where id = :id")
          .param("on", on)
          .param("id", tie.id())
          .update();
    }
  }

  private static final String BOOK =
      """
        from resident.tie t join resident.resident r on r.id = t.resident
       where t.until_date is null and t.institution = any (:institutions)
         and (:institution = '' or t.institution = :institution)
         and (:grid = '' or t.grid = :grid)
         and (:residence = '' or r.residence = :residence)
         and (:group = '' or (r.birth_date >= :bornFrom and r.birth_date < :bornUntil)
              or exists (select from resident.population_flag f
                          where f.resident = r.id and f.until_date is null and f.code = any (:flags)))
      """;

  /// Today's people of these institutions.
  Page<ResidentTies.Row> rows(
      Collection<String> institutions, ResidentTies.Query query, PageQuery page, LocalDate today) {
    var filters = filters(institutions, query, today);
    var rows = rows(filters, page, page.size(), page.offset());
    long total = jdbc.sql("select count(*) " + BOOK).params(filters).query(Long.class).single();
    return new Page<>(rows, total, page);
  }

  /// The first of the book, in its order.
  List<ResidentTies.Row> first(
      Collection<String> institutions,
      ResidentTies.Query query,
      PageQuery order,
      int most,
      LocalDate today) {
    return rows(filters(institutions, query, today), order, most, 0);
  }

  /// An unknown group holds nobody.
  private static Map<String, Object> filters(
      Collection<String> institutions, ResidentTies.Query query, LocalDate today) {
    var group = PopulationGroups.ONLY.find(query.group());
    return Map.of(
        "institutions", institutions.toArray(String[]::new),
        "institution", query.institution(),
        "grid", query.grid(),
        "residence", query.residence(),
        "group", query.group(),
        "bornFrom", group.map(it -> it.bornFrom(today)).orElse(today),
        "bornUntil", group.map(it -> it.bornUntil(today)).orElse(today),
        "flags", group.map(it -> it.recorded()).orElse(List.of()).toArray(String[]::new));
  }

  private List<ResidentTies.Row> rows(
      Map<String, Object> filters, PageQuery order, int most, int offset) {
    return jdbc.sql(
            """
            select r.id, r.name, r.sex, r.birth_date, r.number_masked, r.phone_masked,
                   r.synthetic, t.institution, t.grid, t.from_date
            """
                + BOOK
                + order.orderBy(SORTS, "r.name_key, r.id")
                + " limit :size offset :offset")
        .params(filters)
        .param("size", most)
        .param("offset", offset)
        .query((row, _) ->
            new ResidentTies.Row(
                new ResidentHit(
                    new ResidentId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    Sex.find(row.getString("sex")).orElseThrow(),
                    row.getObject("birth_date", LocalDate.class),
                    row.getString("number_masked"),
                    row.getString("phone_masked"),
                    true,
                    row.getBoolean("synthetic")),
                new InstitutionId(row.getString("institution")),
                row.getString("grid"),
                row.getObject("from_date", LocalDate.class)))
        .list();
  }

  /// A grid's name in Chinese and English, or its id where nobody named it.
  List<String> gridNames(String grid) {
    return jdbc.sql("select name, name_en from community.card_grid where id = :grid")
        .param("grid", grid)
        .query((row, _) -> List.of(row.getString("name"), row.getString("name_en")))
        .optional()
        .orElse(List.of(grid, grid));
  }

  long tiedTo(Collection<String> institutions) {
    return count("institution", institutions);
  }

  long inGrids(Collection<String> grids) {
    return count("grid", grids);
  }

  private long count(String column, Collection<String> ids) {
    return jdbc.sql(
            "select count(*) from resident.tie where until_date is null and "
                + column
                + " = any (:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /// How many people each institution of each grid cares for first.
  List<ResidentTies.Count> counts(Collection<String> institutions) {
    return jdbc.sql(
            """
            select t.grid, t.institution, count(*) as all_of_them,
                   count(*) filter (where r.residence <> 'not-permanent') as permanent
              from resident.tie t join resident.resident r on r.id = t.resident
             where t.until_date is null and t.institution = any (:institutions)
             group by t.grid, t.institution
             order by t.grid, t.institution
            """)
        .param("institutions", institutions.toArray(String[]::new))
        .query((row, _) ->
            new ResidentTies.Count(
                row.getString("grid"),
                new InstitutionId(row.getString("institution")),
                row.getLong("all_of_them"),
                row.getLong("permanent")))
        .list();
  }

  /// How many permanent people each of these cares for first today.
  Map<InstitutionId, Long> permanent(Collection<InstitutionId> institutions) {
    var counts = new HashMap<InstitutionId, Long>();
    jdbc.sql(
            """
            select t.institution, count(*) as people
              from resident.tie t join resident.resident r on r.id = t.resident
             where t.until_date is null and t.institution = any (:institutions)
               and r.residence <> 'not-permanent'
             group by t.institution
            """)
        .param(
            "institutions", institutions.stream().map(InstitutionId::value).toArray(String[]::new))
        .query(row -> {
          counts.put(new InstitutionId(row.getString("institution")), row.getLong("people"));
        });
    return counts;
  }
}
