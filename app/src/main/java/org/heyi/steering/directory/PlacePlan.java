package org.heyi.steering.directory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Jurisdiction;
import org.heyi.platform.policy.Pack;
import org.jspecify.annotations.Nullable;

/// The jurisdictions of one pack (GOV-32): the area itself, its districts, the towns and villages
/// that institutions name, and which institution lies where.
///
/// A place's id is made of what stands above it and its own name, so that every loading finds the
/// same place again.
final class PlacePlan {

  /// One place. The area itself has no parent.
  record Row(
      String id,
      @Nullable String parent,
      String level,
      String name,
      String nameEn,
      String region,
      boolean generated,
      int position,
      LocalDate since,
      String clause,
      boolean house) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, String> located = new LinkedHashMap<>();
  private final Pack pack;

  private PlacePlan(Pack pack) {
    this.pack = pack;
  }

  static PlacePlan of(Pack pack, Jurisdiction said, Collection<PlannedInstitution> institutions) {
    var plan = new PlacePlan(pack);
    var area = pack.area().value();
    var level = pack.level().equals("city") ? "city" : "county";
    plan.rows.put(area, plan.area(area, level));
    for (var it : said.districts()) {
      var district = plan.add(area, "county", it.name(), it.citation(), pack.effective(), false);
      plan.rows.computeIfPresent(district, (_, row) -> withRegion(row, it.region()));
    }
    institutions.stream().filter(PlacePlan::liesHere).forEach(plan::locate);
    return plan;
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// Institution → place.
  Map<String, String> located() {
    return located;
  }

  private Row area(String id, String level) {
    var by = pack.effectiveBy();
    return new Row(
        id,
        null,
        level,
        pack.name(),
        pack.nameEn(),
        pack.region(),
        false,
        0,
        pack.effective(),
        by.clause(),
        by.house());
  }

  private static Row withRegion(Row it, String region) {
    return new Row(
        it.id(),
        it.parent(),
        it.level(),
        it.name(),
        it.nameEn(),
        region,
        it.generated(),
        it.position(),
        it.since(),
        it.clause(),
        it.house());
  }

  /// Authorities above the area and supporting hospitals from elsewhere lie in none of its places.
  private static boolean liesHere(PlannedInstitution it) {
    return !it.facts().aboveArea() && it.kind().group() != InstitutionKind.Group.EXTERNAL;
  }

  private void locate(PlannedInstitution it) {
    var facts = it.facts();
    var since = it.life().from();
    var at = add(pack.area().value(), "county", facts.district(), it.origin(), since, false);
    at = add(at, "town", facts.town(), it.origin(), since, false);
    at = add(at, "village", facts.village(), it.origin(), since, facts.generated());
    located.put(it.id(), at);
  }

  /// The place of that name within the parent, or the parent where there is no name.
  private String add(
      String parent,
      String level,
      String name,
      Citation origin,
      LocalDate since,
      boolean generated) {
    if (name.isEmpty()) {
      return parent;
    }
    var key = String.join("/", parent, level, name);
    var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    rows.computeIfAbsent(
        id,
        _ ->
            new Row(
                id,
                parent,
                level,
                name,
                name,
                "",
                generated,
                rows.size(),
                since,
                origin.clause(),
                origin.house()));
    return id;
  }
}
