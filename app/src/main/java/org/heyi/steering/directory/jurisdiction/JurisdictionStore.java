package org.heyi.steering.directory.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading jurisdictions. Every question names the areas that the reader reaches.
@Repository
class JurisdictionStore {

  /// An institution, and the place directly below the one asked for that it lies in, if any.
  record Located(@Nullable PlaceId branch, InstitutionId institution, String kind) {}

  /// A city is called as the first of its areas says.
  private static final String PLACES =
      """
      with city as (
        select distinct on (city) 'city.' || city as id, null::text as parent, 'city' as level, name,
               name_en, region, false as generated, -1 as position
          from directory.belonging
         where area = any(:areas) and since <= :today and (until is null or until > :today)
         order by city, area
      ), place as (
        select p.id, coalesce(p.parent, 'city.' || b.city) as parent, p.level, p.name, p.name_en,
               p.region, p.generated, p.position
          from directory.place p
          left join directory.belonging b
            on p.parent is null and b.area = p.area and b.since <= :today
               and (b.until is null or b.until > :today)
         where p.area = any(:areas) and p.since <= :today and (p.until is null or p.until > :today)
        union all
        select * from city
      )
      """;

  private final JdbcClient jdbc;

  JurisdictionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PlaceView> find(PlaceId id, Collection<AreaId> areas, LocalDate today) {
    return asked(PLACES + "select * from place where id = :id", areas, today)
        .param("id", id.value())
        .query((row, _) -> place(row))
        .optional();
  }

  /// The cities of these areas.
  List<PlaceView> cities(Collection<AreaId> areas, LocalDate today) {
    return asked(PLACES + "select * from city order by id", areas, today)
        .query((row, _) -> place(row))
        .list();
  }

  List<PlaceView> below(PlaceId parent, Collection<AreaId> areas, LocalDate today) {
    return asked(
            PLACES + "select * from place where parent = :parent order by position, id",
            areas,
            today)
        .param("parent", parent.value())
        .query((row, _) -> place(row))
        .list();
  }

  /// All institutions of a place that are open today.
  List<Located> located(PlaceId place, Collection<AreaId> areas, LocalDate today) {
    return asked(
            PLACES.replaceFirst("with", "with recursive")
                + """
                , below (id, branch) as (
                  select :place, null::text
                  union all
                  select p.id, coalesce(b.branch, p.id) from place p join below b on p.parent = b.id
                )
                select b.branch, i.id, i.kind
                  from below b
                  join directory.institution i on i.place = b.id
                 where i.since <= :today and (i.until is null or i.until > :today)
                 order by i.area, i.position, i.id
                """,
            areas,
            today)
        .param("place", place.value())
        .query((row, _) -> {
          var branch = row.getString("branch");
          return new Located(
              branch == null ? null : PlaceId.of(branch),
              InstitutionId.of(row.getString("id")),
              row.getString("kind"));
        })
        .list();
  }

  /// By name; those whose name begins with the text first, larger places before smaller ones.
  List<PlaceView> search(String text, Collection<AreaId> areas, int most, LocalDate today) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    return asked(
            PLACES
                + """
                select * from place
                 where position(:text in lower(name)) > 0 or position(:text in lower(name_en)) > 0
                 order by position(:text in lower(name)) <> 1, generated, position, id
                 limit :most
                """,
            areas,
            today)
        .param("text", wanted)
        .param("most", most)
        .query((row, _) -> place(row))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, Collection<AreaId> areas, LocalDate today) {
    return jdbc.sql(sql)
        .param("areas", areas.stream().map(AreaId::value).toArray(String[]::new))
        .param("today", today);
  }

  private static PlaceView place(ResultSet row) throws SQLException {
    var parent = row.getString("parent");
    return new PlaceView(
        PlaceId.of(row.getString("id")),
        parent == null ? null : PlaceId.of(parent),
        row.getString("level"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("region"),
        row.getBoolean("generated"));
  }
}
