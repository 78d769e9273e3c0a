package org.heyi.steering.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading institutions.
@Repository
class InstitutionStore {

  private static final String VIEW =
      """
      select id, area, name, trade_name, kind, level, managed_by, generated
        from directory.card_institution c
      """;

  private static final String WANTED =
      """
       where area = :area and open
         and (:kind = '' or kind = :kind)
         and (:generated or not generated)
         and (:text = '' or position(:text in lower(name)) > 0 or position(:text in pinyin) > 0
              or exists (select from directory.institution_name n
                          where n.institution = c.id and position(:text in lower(n.name)) > 0))
      """;

  /// Public name of a column → what it sorts by.
  private static final Map<String, String> SORTS =
      Map.of(
          "name",
          "pinyin",
          "kind",
          "kind",
          "level",
          "level",
          "town",
          "town",
          "manager",
          "managed_by");

  /// What guards may hold fast of an institution.
  record Recorded(String kind, String ownership, String legalPerson, boolean merged) {}

  private final JdbcClient jdbc;

  InstitutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<InstitutionView> find(InstitutionId id) {
    return jdbc.sql(VIEW + " where id = :id")
        .param("id", id.value())
        .query((row, _) -> view(row))
        .optional();
  }

  /// By id, of all institutions of an area that have not ended.
  Map<String, Recorded> recorded(AreaId area) {
    var recorded = new HashMap<String, Recorded>();
    jdbc.sql(
            """
            select id, kind, ownership, legal_person, merged_into is not null as merged
              from directory.institution
             where area = :area and (until is null or until > directory.today())
            """)
        .param("area", area.value())
        .query(row -> {
          recorded.put(
              row.getString("id"),
              new Recorded(
                  row.getString("kind"),
                  row.getString("ownership"),
                  row.getString("legal_person"),
                  row.getBoolean("merged")));
        });
    return recorded;
  }

  /// Those of whom it is recorded.
  Map<InstitutionId, String> legalRepresentatives(Collection<InstitutionId> ids) {
    var found = new HashMap<InstitutionId, String>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select id, legal_representative from directory.institution
               where id in (:ids) and legal_representative <> ''
              """)
          .param("ids", ids.stream().map(InstitutionId::value).toList())
          .query(row -> {
            found.put(InstitutionId.of(row.getString("id")), row.getString("legal_representative"));
          });
    }
    return found;
  }

  Map<InstitutionId, String> names(Collection<InstitutionId> ids) {
    var names = new HashMap<InstitutionId, String>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, name from directory.card_institution where id in (:ids)")
          .param("ids", ids.stream().map(InstitutionId::value).toList())
          .query(row -> {
            names.put(InstitutionId.of(row.getString("id")), row.getString("name"));
          });
    }
    return names;
  }

  Page<InstitutionView> list(InstitutionQuery query, PageQuery page) {
    var total =
        wanted("select count(*) from directory.card_institution c" + WANTED, query)
            .query(Long.class)
            .single();
    var rows =
        wanted(
                VIEW + WANTED + page.orderBy(SORTS, "position, id") + " limit :size offset :offset",
                query)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private JdbcClient.StatementSpec wanted(String sql, InstitutionQuery query) {
    return jdbc.sql(sql)
        .param("area", query.area().value())
        .param("kind", query.kind())
        .param("generated", query.generated())
        .param("text", query.text().strip().toLowerCase(java.util.Locale.ROOT));
  }

  /// All institutions of an area in the order of the pack, for the tree.
  List<InstitutionView> all(AreaId area) {
    return jdbc.sql(VIEW + " where area = :area and open order by position, id")
        .param("area", area.value())
        .query((row, _) -> view(row))
        .list();
  }

  List<InstitutionView> cityAuthorities(AreaId area) {
    return jdbc.sql(
            VIEW
                + """
                 where area = :area and open
                   and id in (select i.id from directory.institution i
                                join directory.belonging b on b.area = i.area
                               where i.above_area and b.since <= directory.today()
                                 and (b.until is null or b.until > directory.today()))
                 order by position, id
                """)
        .param("area", area.value())
        .query((row, _) -> view(row))
        .list();
  }

  List<InstitutionView> managedBy(InstitutionId manager) {
    return jdbc.sql(VIEW + " where managed_by = :manager order by position, id")
        .param("manager", manager.value())
        .query((row, _) -> view(row))
        .list();
  }

  /// Of all areas, for the search box: names that begin with the text come first.
  List<InstitutionView> search(String text, AreaId first, int most) {
    return jdbc.sql(
            VIEW
                + """
                 where open
                   and (position(:text in lower(name)) > 0 or position(:text in pinyin) > 0
                        or exists (select from directory.institution_name n
                                    where n.institution = c.id
                                      and position(:text in lower(n.name)) > 0))
                 order by area <> :first, generated, position(:text in lower(name)) = 0,
                          position(:text in pinyin), id
                 limit :most
                """)
        .param("text", text.strip().toLowerCase(java.util.Locale.ROOT))
        .param("first", first.value())
        .param("most", most)
        .query((row, _) -> view(row))
        .list();
  }

  Optional<InstitutionFacts> facts(InstitutionView view) {
    return jdbc.sql("select * from directory.institution where id = :id")
        .param("id", view.id().value())
        .query((row, _) -> facts(row, view))
        .optional();
  }

  private InstitutionFacts facts(ResultSet row, InstitutionView view) throws SQLException {
    var merged = row.getString("merged_into");
    var code = row.getString("credit_code");
    return new InstitutionFacts(
        view,
        period(row),
        row.getString("clause"),
        row.getString("ownership"),
        code == null ? "" : code,
        row.getString("legal_person"),
        row.getString("legal_representative"),
        row.getString("district"),
        row.getString("town"),
        row.getString("plaque"),
        row.getString("note"),
        row.getBoolean("composed"),
        row.getBoolean("synthetic"),
        row.getBoolean("above_area"),
        merged == null ? null : InstitutionId.of(merged),
        row.getObject("merged_on", LocalDate.class),
        names(view.id()),
        managers(view.id()));
  }

  private List<InstitutionFacts.Fact> names(InstitutionId id) {
    return jdbc.sql(
            """
            select use, name as text, since, until, clause, null as institution
              from directory.institution_name where institution = :id
             order by use = 'alias', use = 'trade', since desc
            """)
        .param("id", id.value())
        .query((row, _) -> fact(row))
        .list();
  }

  private List<InstitutionFacts.Fact> managers(InstitutionId id) {
    return jdbc.sql(
            """
            select 'manager' as use, c.name as text, m.since, m.until, m.clause,
                   m.manager as institution
              from directory.management m
              join directory.card_institution c on c.id = m.manager
             where m.institution = :id
             order by m.since desc
            """)
        .param("id", id.value())
        .query((row, _) -> fact(row))
        .list();
  }

  private static InstitutionFacts.Fact fact(ResultSet row) throws SQLException {
    var institution = row.getString("institution");
    return new InstitutionFacts.Fact(
        row.getString("use"),
        row.getString("text"),
        period(row),
        row.getString("clause"),
        institution == null ? null : InstitutionId.of(institution));
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
  }

  private static InstitutionView view(ResultSet row) throws SQLException {
    @Nullable String manager = row.getString("managed_by");
    return new InstitutionView(
        InstitutionId.of(row.getString("id")),
        AreaId.of(row.getString("area")),
        row.getString("name"),
        row.getString("trade_name"),
        row.getString("kind"),
        row.getString("level"),
        manager == null ? null : InstitutionId.of(manager),
        row.getBoolean("generated"));
  }
}
