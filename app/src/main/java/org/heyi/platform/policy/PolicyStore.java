package org.heyi.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Pinyin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of parameters. Rows are only added: a new version adds what it changes, and a row that
/// says "withdrawn" for what it no longer has. So every day's value can still be told.
@Repository
class PolicyStore {

  private record Slot(String consortium, String key) {}

  private static final String COLUMNS =
      """
      select coalesce(consortium, '') as consortium, key, number, items, unit, bound, clause, house,
             effective, pack_version, withdrawn
        from policy.parameter
      """;

  private final JdbcClient jdbc;

  PolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes the area's own parameters.
  void sync(Pack pack, ParameterPlan plan) {
    sync(pack, List.of(plan), "consortium is null");
  }

  /// Writes what consortia have instead; one that is not named has nothing of its own any more.
  void syncConsortia(Pack pack, List<ParameterPlan> plans) {
    sync(pack, plans, "consortium is not null");
  }

  private void sync(Pack pack, List<ParameterPlan> plans, String whose) {
    jdbc.sql(
            "delete from policy.statement where area = :area and pack_version = :version and "
                + whose)
        .param("area", pack.area().value())
        .param("version", pack.version())
        .update();
    var before = newest(pack.area(), whose);
    var after = new HashSet<Slot>();
    var begins = begins(pack);
    for (var plan : plans) {
      plan.statements().forEach(it -> add(pack, plan.whose(), it));
      for (var planned : plan.values()) {
        var slot = new Slot(plan.whose().consortium(), planned.key());
        var value = planned.from(latest(planned.effective(), begins));
        after.add(slot);
        if (!same(value, before.get(slot), begins != null)) {
          put(pack, slot, value, before.get(slot), false);
        }
      }
    }
    before.forEach((slot, entry) -> {
      if (!after.contains(slot) && !entry.withdrawn()) {
        put(pack, slot, gone(entry.value(), latest(pack.effective(), begins)), entry, true);
      }
    });
  }

  /// Writes the value from its date on. Where an older version says something from a later date, it
  /// is said again from there: the newer version has the last word.
  private void put(
      Pack pack,
      Slot slot,
      ParameterPlan.Value value,
      ParameterView.@Nullable Entry before,
      boolean withdrawn) {
    add(pack, slot, value, withdrawn);
    if (before != null && before.value().effective().isAfter(value.effective())) {
      add(pack, slot, value.from(before.value().effective()), withdrawn);
    }
  }

  private static ParameterPlan.Value gone(PolicyValue value, LocalDate from) {
    return new ParameterPlan.Value(
        value.parameter(),
        value.key(),
        List.of(),
        value.unit(),
        "exactly",
        value.clause(),
        value.house(),
        from);
  }

  /// Of an uploaded version: what it changes, it changes from that day on and not before.
  private @Nullable LocalDate begins(Pack pack) {
    return jdbc.sql("select begins from policy.pack where area = :area and version = :version")
        .param("area", pack.area().value())
        .param("version", pack.version())
        .query((row, _) -> Optional.ofNullable(row.getObject("begins", LocalDate.class)))
        .single()
        .orElse(null);
  }

  private static LocalDate latest(LocalDate date, @Nullable LocalDate begins) {
    return begins == null || date.isAfter(begins) ? date : begins;
  }

  /// @param uploaded then a value that holds already goes on; a file may also set another date
  private static boolean same(
      ParameterPlan.Value value, ParameterView.@Nullable Entry before, boolean uploaded) {
    return before != null
        && !before.withdrawn()
        && before.bound().equals(value.bound())
        && before.value().values().equals(value.items())
        && before.value().clause().equals(value.clause())
        && before.value().house() == value.house()
        && (uploaded
            ? !before.value().effective().isAfter(value.effective())
            : before.value().effective().equals(value.effective()));
  }

  private Map<Slot, ParameterView.Entry> newest(AreaId area, String whose) {
    var newest = new HashMap<Slot, ParameterView.Entry>();
    jdbc.sql(COLUMNS + " where area = :area and " + whose + " order by pack_version, effective")
        .param("area", area.value())
        .query((row, _) -> entry(row))
        .list()
        .forEach(it -> newest.put(new Slot(it.consortium(), it.value().key()), it));
    return newest;
  }

  private void add(Pack pack, ParameterPlan.Whose whose, ParameterPlan.Statement statement) {
    jdbc.sql(
            """
            insert into policy.statement (area, pack_version, consortium, consortium_name,
                   consortium_name_en, number, pinyin, silent, clause, house, says, says_en)
            values (:area, :version, nullif(:consortium, ''), :name, :nameEn, :number, :pinyin, :silent,
                    :clause, :house, :says, :saysEn)
            """)
        .param("area", pack.area().value())
        .param("version", pack.version())
        .param("consortium", whose.consortium())
        .param("name", whose.name())
        .param("nameEn", whose.nameEn())
        .param("number", statement.number())
        .param("pinyin", Pinyin.search(title(statement.number())))
        .param("silent", statement.silent())
        .param("clause", statement.clause())
        .param("house", statement.house())
        .param("says", statement.says())
        .param("saysEn", statement.saysEn())
        .update();
  }

  private static String title(String number) {
    var group = ParameterCatalogue.ONLY.groups().get(number);
    return group == null ? "" : group.zh();
  }

  private void add(Pack pack, Slot slot, ParameterPlan.Value value, boolean withdrawn) {
    jdbc.sql(
            """
            insert into policy.parameter (area, consortium, key, number, items, unit, bound, clause,
                                          house, effective, pack_version, withdrawn)
            values (:area, nullif(:consortium, ''), :key, :number, :items, :unit, :bound, :clause,
                    :house, :effective, :version, :withdrawn)
            on conflict on constraint parameter_once do update
               set items = excluded.items, unit = excluded.unit, bound = excluded.bound,
                   clause = excluded.clause, house = excluded.house,
                   withdrawn = excluded.withdrawn
            """)
        .param("area", pack.area().value())
        .param("consortium", slot.consortium())
        .param("key", slot.key())
        .param("number", value.number())
        .param("items", value.items().toArray(String[]::new))
        .param("unit", value.unit())
        .param("bound", value.bound())
        .param("clause", value.clause())
        .param("house", value.house())
        .param("effective", value.effective())
        .param("version", pack.version())
        .param("withdrawn", withdrawn)
        .update();
  }

  /// The consortium's own value in force on a day, else the area's. An override that has been
  /// withdrawn lets the area's value through.
  Optional<PolicyValue> find(String key, AreaId area, String consortium, LocalDate on) {
    return jdbc.sql(
            """
            select * from (
            """
                + COLUMNS.replace("select", "select distinct on (consortium is null)")
                + """
                   where area = :area and key = :key and effective <= :on
                     and (consortium is null or consortium = :consortium)
                   order by consortium is null, effective desc, pack_version desc
                ) newest
                where not withdrawn order by consortium = ''
                limit 1
                """)
        .param("area", area.value())
        .param("key", key)
        .param("on", on)
        .param("consortium", consortium)
        .query((row, _) -> entry(row).value())
        .optional();
  }

  /// Every row of the area's parameters, newest first: in force, to come and past.
  List<ParameterView.Entry> entries(AreaId area) {
    return jdbc.sql(
            COLUMNS
                + """
                 where area = :area
                 order by number, key, consortium nulls first, effective desc, pack_version desc
                """)
        .param("area", area.value())
        .query((row, _) -> entry(row))
        .list();
  }

  /// What the newest version says on each row.
  List<ParameterView> statements(AreaId area) {
    var all = new ArrayList<ParameterView>();
    jdbc.sql(
            """
            select coalesce(s.consortium, '') as consortium, s.consortium_name, s.consortium_name_en,
                   s.number, s.pinyin, s.silent, s.clause, s.house, s.says, s.says_en, s.pack_version
              from policy.statement s
              join policy.area a on a.id = s.area and a.version = s.pack_version
             where s.area = :area
             order by s.number like 'H%', s.number, s.consortium nulls first
            """)
        .param("area", area.value())
        .query((row, _) -> statement(row))
        .list()
        .forEach(all::add);
    return all;
  }

  private static ParameterView statement(ResultSet row) throws SQLException {
    var group = ParameterCatalogue.ONLY.groups().get(row.getString("number"));
    return new ParameterView(
        row.getString("number"),
        group == null ? "" : group.zh(),
        group == null ? "" : group.en(),
        row.getString("pinyin"),
        new ParameterPlan.Whose(
            row.getString("consortium"),
            row.getString("consortium_name"),
            row.getString("consortium_name_en")),
        row.getBoolean("silent"),
        row.getString("clause"),
        row.getBoolean("house"),
        row.getString("says"),
        row.getString("says_en"),
        row.getInt("pack_version"),
        List.of());
  }

  private static ParameterView.Entry entry(ResultSet row) throws SQLException {
    var items = (String[]) row.getArray("items").getArray();
    var known = ParameterCatalogue.ONLY.entry(row.getString("key"));
    return new ParameterView.Entry(
        new PolicyValue(
            row.getString("key"),
            row.getString("number"),
            row.getString("unit"),
            List.of(items),
            row.getString("clause"),
            row.getBoolean("house"),
            row.getObject("effective", LocalDate.class),
            row.getInt("pack_version")),
        known.map(ParameterCatalogue.Entry::zh).orElse(""),
        known.map(ParameterCatalogue.Entry::en).orElse(""),
        row.getString("consortium"),
        row.getString("bound"),
        row.getBoolean("withdrawn"));
  }
}
