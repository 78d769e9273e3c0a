package org.heyi.steering.directory;

import java.util.Map;
import org.heyi.platform.policy.Jurisdiction;
import org.heyi.platform.policy.Pack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of applying a pack to jurisdictions.
@Repository
class PlaceStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PlaceStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A place that the pack no longer names ends when it takes effect.
  void save(Pack pack, Jurisdiction.@Nullable City city, PlacePlan plan) {
    saveCity(pack, city);
    jdbc.sql(
            """
            insert into directory.place as old
                   (id, area, parent, level, name, name_en, region, generated, position, since, clause,
                    house)
            select id, :area, parent, level, name, "nameEn", region, generated, position, since, clause,
                   house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   id text, parent text, level text, name text, "nameEn" text, region text,
                   generated boolean, position int, since date, clause text, house boolean)
            on conflict (id) do update
               set level = excluded.level, name = excluded.name, name_en = excluded.name_en,
                   region = excluded.region, generated = excluded.generated,
                   position = excluded.position, since = least(old.since, excluded.since),
                   until = null, clause = excluded.clause, house = excluded.house
            """)
        .param("area", pack.area().value())
        .param("rows", json.writeValueAsString(plan.rows()))
        .update();
    jdbc.sql(
            """
            update directory.place set until = greatest(:effective, since + 1)
             where area = :area and not id = any(:ids) and until is null
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .param("ids", plan.rows().stream().map(PlacePlan.Row::id).toArray(String[]::new))
        .update();
    locate(pack, plan.located());
  }

  private void locate(Pack pack, Map<String, String> located) {
    jdbc.sql(
            """
            update directory.institution i set place = n.value
              from directory.institution a left join jsonb_each_text(:places::jsonb) n on n.key = a.id
             where a.id = i.id and i.area = :area
            """)
        .param("area", pack.area().value())
        .param("places", json.writeValueAsString(located))
        .update();
  }

  /// What was said for the same day is said anew; what was said before ends.
  private void saveCity(Pack pack, Jurisdiction.@Nullable City city) {
    jdbc.sql("delete from directory.belonging where area = :area and since >= :effective")
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .update();
    var goesOn =
        jdbc.sql(
                """
                update directory.belonging
                   set until = case when city = :city then null else :effective::date end
                 where area = :area and (until is null or until > :effective)
                returning until is null
                """)
            .param("area", pack.area().value())
            .param("effective", pack.effective())
            .param("city", city == null ? "" : city.id())
            .query(Boolean.class)
            .list();
    if (city != null) {
      sayCity(
          pack,
          city,
          goesOn.contains(true)
              ? """
              update directory.belonging
                 set name = :name, name_en = :nameEn, region = :region, clause = :clause, house = :house
               where area = :area and city = :city and until is null and since < :since
              """
              : """
              insert into directory.belonging
                     (area, city, name, name_en, region, since, clause, house)
              values (:area, :city, :name, :nameEn, :region, :since, :clause, :house)
              """);
    }
  }

  private void sayCity(Pack pack, Jurisdiction.City city, String sql) {
    jdbc.sql(sql)
        .param("area", pack.area().value())
        .param("city", city.id())
        .param("name", city.name())
        .param("nameEn", city.nameEn())
        .param("region", city.region())
        .param("since", pack.effective())
        .param("clause", city.citation().clause())
        .param("house", city.citation().house())
        .update();
  }
}
