package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Jurisdiction.City;
import org.heyi.platform.policy.Jurisdiction.District;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The head of a pack: which area, which version, from when, made from which document.
@Component
@Order(10)
class AreaSection implements PackSection {

  private static final List<String> LEVELS = List.of("district", "county", "city");
  private static final Pattern REGION = Pattern.compile("\\d{6}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
  private static final int MOST_VERSIONS = 9999;

  private final PackStore store;

  AreaSection(PackStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "area";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var fields = section.fields();
    var id = fields.needId("id");
    var name = fields.needText("name");
    var nameEn = fields.needText("name_en");
    var level = fields.needOneOf("level", LEVELS);
    var region = region(fields);
    fields.take("template");
    var version = fields.need("version").flatMap(it -> it.whole(1, MOST_VERSIONS)).orElse(1);
    var plan = fields.need("plan").map(it -> plan(it.fields(), reading));
    var effective = fields.need("effective").map(AreaSection::effective);
    var districts = fields.items("districts").stream().map(it -> district(it, reading)).toList();
    var above = reading.county().isPresent() ? null : belongsTo(fields, level, region);
    var today = fields.take("demo").map(AreaSection::today).orElse(null);
    fields.end();
    if (id.isEmpty() || plan.isEmpty() || effective.isEmpty()) {
      return _ -> {};
    }
    var begins = reading.begins();
    var from =
        begins != null && begins.isAfter(effective.get().date())
            ? new Effective(begins, Citation.HOUSE)
            : effective.get();
    var county = reading.county();
    var pack =
        new Pack(
            AreaId.of(county.map(PackReading.County::id).orElse(id)),
            county.map(PackReading.County::name).orElse(name),
            county.map(PackReading.County::nameEn).orElse(nameEn),
            county.map(_ -> "county").orElse(level),
            county.map(_ -> "").orElse(region),
            version,
            from.date(),
            from.citation(),
            plan.get(),
            county.isPresent(),
            today);
    reading.keep(Pack.class, pack);
    var city =
        county
            .map(_ -> new City(id, name, nameEn, region, effective.get().citation()))
            .orElse(above);
    reading.keep(Jurisdiction.class, new Jurisdiction(city, districts));
    return it -> store.districts(it.area(), districts);
  }

  /// A template's counties belong to what its head says, so it has no such key.
  private static @Nullable City belongsTo(PackFields fields, String level, String region) {
    var node = fields.take("belongs_to").orElse(null);
    if (node == null) {
      return null;
    }
    if (level.equals("city")) {
      fields.key("belongs_to").refuse(PackProblem.CITY_IN_A_CITY);
    }
    var inner = node.fields();
    var city =
        new City(
            inner.needId("id"),
            inner.needText("name"),
            inner.needText("name_en"),
            region(inner),
            inner.citation());
    if (!region.isEmpty() && !region.startsWith(city.region().replaceFirst("(00)+$", ""))) {
      inner.key("region").refuse(PackProblem.REGION_OUTSIDE_CITY, region, city.region());
    }
    inner.end();
    return city;
  }

  private record Effective(LocalDate date, Citation citation) {}

  private static Effective effective(PackNode node) {
    var fields = node.fields();
    var date = fields.need("value").flatMap(PackNode::date).orElse(LocalDate.EPOCH);
    fields.needOneOf("unit", Set.of("date"));
    var citation = fields.citation();
    fields.end();
    return new Effective(date, citation);
  }

  private static Pack.Plan plan(PackFields fields, PackReading reading) {
    var title = fields.needText("title");
    var year = fields.need("year").flatMap(it -> it.shaped(YEAR, "YYYY")).orElse("1970");
    for (var clause : fields.needItems("clauses")) {
      clause.text().ifPresent(it -> reading.define("clause", it, clause));
    }
    fields.date("issued");
    var plan =
        new Pack.Plan(
            title,
            fields.text("number"),
            fields.text("issuer"),
            Integer.parseInt(year),
            fields.needFlag("draft"));
    fields.end();
    return plan;
  }

  private static District district(PackNode node, PackReading reading) {
    var fields = node.fields();
    var name = fields.needText("name");
    reading.define("district", name, node);
    var district = new District(name, region(fields), fields.citation());
    fields.end();
    return district;
  }

  private static String region(PackFields fields) {
    Optional<PackNode> node = fields.take("region");
    return node.flatMap(it -> it.shaped(REGION, "123456")).orElse("");
  }

  private static @Nullable LocalDate today(PackNode node) {
    var fields = node.fields();
    var today = fields.need("today").flatMap(PackNode::date).orElse(null);
    fields.end();
    return today;
  }
}
