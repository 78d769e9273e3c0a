package org.heyi.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of areas, packs and refused packs.
@Repository
class PackStore {

  /// What is loaded of an area.
  record Loaded(int version, String checksum, int format) {}

  private static final String AREA =
      """
      select a.id, a.name, a.name_en, a.level, a.region, a.plan_title, a.plan_number, a.plan_issuer,
             a.plan_year, a.plan_draft, a.synthetic, a.demo_today,
             p.version, p.effective, p.clause, p.house
        from policy.area a
        join policy.pack p on p.area = a.id and p.version = a.version
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PackStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Until the transaction ends, no other node loads. It waits longer than other statements do.
  void lock() {
    jdbc.sql("set local lock_timeout = '120s'").update();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('heyi.packs', 0)) is null")
        .query(Boolean.class)
        .single();
  }

  Map<AreaId, Loaded> loaded() {
    return jdbc
        .sql(
            """
            select a.id, p.version, p.checksum, p.format
              from policy.area a join policy.pack p on p.area = a.id and p.version = a.version
            """)
        .query((row, _) ->
            Map.entry(
                AreaId.of(row.getString("id")),
                new Loaded(row.getInt("version"), row.getString("checksum"), row.getInt("format"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Digests of the files whose packs are loaded as they are.
  Set<String> files() {
    return jdbc.sql(
            """
            select distinct p.digest
              from policy.area a join policy.pack p on p.area = a.id and p.version = a.version
             where p.format = :format
            """)
        .param("format", PackReader.FORMAT)
        .query((row, _) -> row.getString("digest"))
        .set();
  }

  /// In-force files that this code reads otherwise than the code that read them, e.g. uploaded
  /// ones.
  List<PackFile> outdated() {
    return jdbc.sql(
            """
            select distinct t.file, t.content, p.begins
              from policy.area a
              join policy.pack p on p.area = a.id and p.version = a.version
              join policy.pack_text t on t.digest = p.digest
             where p.format <> :format
            """)
        .param("format", PackReader.FORMAT)
        .query((row, _) ->
            new PackFile(
                row.getString("file"),
                row.getString("content"),
                row.getObject("begins", LocalDate.class)))
        .list();
  }

  /// Keeps the file as it was written.
  void keep(PackFile file) {
    jdbc.sql(
            """
            insert into policy.pack_text (digest, file, content) values (:digest, :file, :content)
            on conflict do nothing
            """)
        .param("digest", file.digest())
        .param("file", file.text().file())
        .param("content", file.text().text())
        .update();
  }

  /// Of the file that a version of an area was read from.
  Optional<PackFile> file(AreaId area, int version) {
    return jdbc.sql(
            """
            select t.file, t.content
              from policy.pack p join policy.pack_text t on t.digest = p.digest
             where p.area = :area and p.version = :version
            """)
        .param("area", area.value())
        .param("version", version)
        .query((row, _) -> new PackFile(row.getString("file"), row.getString("content")))
        .optional();
  }

  void add(Pack pack, String checksum, PackFile file) {
    saveArea(pack);
    jdbc.sql(
            """
            insert into policy.pack (area, version, checksum, digest, format, effective, clause, house,
                                     begins, loaded_at)
            values (:area, :version, :checksum, :digest, :format, :effective, :clause, :house, :begins,
                    :at)
            on conflict (area, version) do update set format = excluded.format, digest = excluded.digest
            """)
        .param("area", pack.area().value())
        .param("version", pack.version())
        .param("checksum", checksum)
        .param("digest", file.digest())
        .param("format", PackReader.FORMAT)
        .param("effective", pack.effective())
        .param("clause", pack.effectiveBy().clause())
        .param("house", pack.effectiveBy().house())
        .param("begins", file.begins())
        .param("at", Moments.utc(clock.instant()))
        .update();
  }

  private void saveArea(Pack pack) {
    jdbc.sql(
            """
            insert into policy.area (id, name, name_en, level, region, plan_title, plan_number,
                                     plan_issuer, plan_year, plan_draft, synthetic, demo_today, version)
            values (:id, :name, :nameEn, :level, :region, :title, :number, :issuer, :year, :draft,
                    :synthetic, :today, :version)
            on conflict (id) do update
               set name = excluded.name, name_en = excluded.name_en, level = excluded.level,
                   region = excluded.region, plan_title = excluded.plan_title,
                   plan_number = excluded.plan_number, plan_issuer = excluded.plan_issuer,
                   plan_year = excluded.plan_year, plan_draft = excluded.plan_draft,
                   synthetic = excluded.synthetic, demo_today = excluded.demo_today,
                   version = excluded.version
            """)
        .param("id", pack.area().value())
        .param("name", pack.name())
        .param("nameEn", pack.nameEn())
        .param("level", pack.level())
        .param("region", pack.region())
        .param("title", pack.plan().title())
        .param("number", pack.plan().number())
        .param("issuer", pack.plan().issuer())
        .param("year", pack.plan().year())
        .param("draft", pack.plan().draft())
        .param("synthetic", pack.synthetic())
        .param("today", pack.demoToday())
        .param("version", pack.version())
        .update();
  }

  /// Districts are only shown, so the newest list stands.
  void districts(AreaId area, List<Jurisdiction.District> districts) {
    jdbc.sql("delete from policy.district where area = :area").param("area", area.value()).update();
    for (var district : districts) {
      jdbc.sql(
              """
              insert into policy.district (area, name, region, clause, house)
              values (:area, :name, :region, :clause, :house)
              """)
          .param("area", area.value())
          .param("name", district.name())
          .param("region", district.region())
          .param("clause", district.citation().clause())
          .param("house", district.citation().house())
          .update();
    }
  }

  List<Pack> areas() {
    return jdbc.sql(AREA + " order by a.synthetic, a.id").query((row, _) -> pack(row)).list();
  }

  /// Newest first.
  List<Pack.Version> versions(AreaId id) {
    return jdbc.sql(
            """
            select version, effective, begins, clause, house, checksum, loaded_at
              from policy.pack where area = :id order by version desc
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Pack.Version(
                id,
                row.getInt("version"),
                row.getObject("effective", LocalDate.class),
                row.getObject("begins", LocalDate.class),
                new Citation(row.getString("clause"), row.getBoolean("house")),
                row.getString("checksum"),
                Moments.instant(row, "loaded_at")))
        .list();
  }

  Optional<Pack> area(AreaId id) {
    return jdbc.sql(AREA + " where a.id = :id")
        .param("id", id.value())
        .query((row, _) -> pack(row))
        .optional();
  }

  private static Pack pack(ResultSet row) throws SQLException {
    return new Pack(
        AreaId.of(row.getString("id")),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("level"),
        row.getString("region"),
        row.getInt("version"),
        row.getObject("effective", LocalDate.class),
        new Citation(row.getString("clause"), row.getBoolean("house")),
        new Pack.Plan(
            row.getString("plan_title"),
            row.getString("plan_number"),
            row.getString("plan_issuer"),
            row.getInt("plan_year"),
            row.getBoolean("plan_draft")),
        row.getBoolean("synthetic"),
        row.getObject("demo_today", LocalDate.class));
  }
}
