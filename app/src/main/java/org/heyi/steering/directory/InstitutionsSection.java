package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The institutions that a pack names.
@Component
@Order(30)
class InstitutionsSection implements PackSection {

  private static final List<String> OWNERSHIPS =
      List.of("public", "government", "private", "social");

  private final FactChanges changes;

  InstitutionsSection(FactChanges changes) {
    this.changes = changes;
  }

  @Override
  public String name() {
    return "institutions";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var institutions = new ArrayList<PlannedInstitution>();
    var places = new HashMap<String, PackNode>();
    var names = new HashMap<String, Integer>();
    var codes = new HashMap<String, Integer>();
    for (var node : section.items()) {
      var found = institution(node, reading, names, codes);
      found.ifPresent(it -> {
        institutions.add(it);
        places.put(it.id(), node);
      });
    }
    reading.keep(DirectoryPlan.class, DirectoryPlan.of(institutions));
    return new Part() {
      @Override
      public void check(PackReading read) {
        read.kept(Pack.class)
            .map(it -> changes.objections(it.area(), institutions))
            .orElse(List.of())
            .forEach(it ->
                places
                    .getOrDefault(it.institution().value(), section)
                    .refuse(it.because(), it.args().toArray()));
      }

      @Override
      public void apply(Pack pack) {
        // the clinics are institutions too: ClinicsSection writes them all at once
      }
    };
  }

  private static Optional<PlannedInstitution> institution(
      PackNode node, PackReading reading, Map<String, Integer> lines, Map<String, Integer> codes) {
    var fields = node.fields();
    var id = fields.newId("institution");
    var kind = InstitutionKind.find(fields.needOneOf("kind", InstitutionKind.codes()));
    var level = fields.oneOf("level", InstitutionView.LEVELS);
    var life = fields.period();
    var origin = fields.citation();
    var names = names(fields, life);
    once(fields, "name", names.name(), lines, DirectoryProblem.DUPLICATE_NAME);
    var facts = facts(fields, names.name(), reading);
    onlyStations(fields, kind);
    once(fields, "code", facts.creditCode(), codes, DirectoryProblem.DUPLICATE_CREDIT_CODE);
    var managers = Managers.read(fields, kind, life, origin);
    var merger = merger(fields, id, life);
    fields.end();
    return kind.filter(_ -> !id.isEmpty())
        .map(it ->
            new PlannedInstitution(
                id, it, level, ended(life, merger), origin, names, facts, managers, merger));
  }

  /// Whoever became part of another has ended.
  private static Period ended(Period life, PlannedInstitution.@Nullable Merger merger) {
    return merger == null ? life : new Period(life.from(), merger.on());
  }

  private static void once(
      PackFields fields,
      String key,
      String value,
      Map<String, Integer> lines,
      DirectoryProblem otherwise) {
    var line = fields.key(key).line();
    var first = value.isEmpty() ? null : lines.putIfAbsent(value, line);
    if (first != null) {
      fields.key(key).refuse(otherwise, value, first);
    }
  }

  private static PlannedInstitution.Names names(PackFields fields, Period life) {
    var name = fields.needText("name");
    var former = new ArrayList<PlannedInstitution.Former>();
    for (var node : fields.items("former_names")) {
      var inner = node.fields();
      inner.need("until");
      var period = inner.period(life);
      if (former.stream().anyMatch(it -> Managers.overlap(it.period(), period))) {
        node.refuse(DirectoryProblem.NAMES_OVERLAP, inner.text("name"));
      }
      former.add(new PlannedInstitution.Former(inner.needText("name"), period, inner.citation()));
      inner.end();
    }
    var aliases = fields.items("aliases").stream().flatMap(it -> it.text().stream()).toList();
    return new PlannedInstitution.Names(
        name, former, aliases, fields.text("trade_name"), fields.text("plaque"));
  }

  private static PlannedInstitution.Facts facts(
      PackFields fields, String name, PackReading reading) {
    var code = fields.text("code");
    if (!code.isEmpty() && !CreditCode.isValid(code)) {
      fields.take("code").orElseThrow().refuse(DirectoryProblem.WRONG_CREDIT_CODE, code);
    }
    var district = fields.text("district");
    fields
        .take("district")
        .ifPresent(
            it -> reading.refer("district", district, it, DirectoryProblem.UNKNOWN_DISTRICT));
    var synthetic = fields.flag("synthetic");
    if (synthetic && !name.contains("（合成）")) {
      fields.key("name").refuse(DirectoryProblem.NOT_MARKED_SYNTHETIC, name);
    }
    return new PlannedInstitution.Facts(
        fields.oneOf("ownership", OWNERSHIPS),
        code,
        fields.oneOf("legal_person", List.of("yes", "no")),
        fields.text("legal_representative"),
        district,
        fields.text("town"),
        fields.text("village"),
        fields.text("note"),
        fields.flag("composed"),
        false,
        synthetic,
        fields.flag("above_area"));
  }

  private static void onlyStations(PackFields fields, Optional<InstitutionKind> kind) {
    kind.filter(it -> fields.has("village") && it.group() != InstitutionKind.Group.STATION)
        .ifPresent(it ->
            fields.key("village").refuse(DirectoryProblem.VILLAGE_NOT_FOR_THIS_KIND, it.code()));
  }

  private static PlannedInstitution.@Nullable Merger merger(
      PackFields fields, String id, Period life) {
    var node = fields.take("merged_into");
    if (node.isEmpty()) {
      return null;
    }
    var inner = node.get().fields();
    var into = inner.needRefer("institution", "institution");
    if (into.equals(id) && !id.isEmpty()) {
      node.get().refuse(DirectoryProblem.MERGED_INTO_ITSELF, id);
    }
    var on = inner.need("on").flatMap(PackNode::date);
    var early = on.filter(it -> !it.isAfter(life.from()));
    early.ifPresent(
        it -> inner.key("on").refuse(DirectoryProblem.MERGED_TOO_EARLY, it, life.from()));
    Citation origin = inner.citation();
    inner.end();
    return on.filter(_ -> early.isEmpty())
        .map(it -> new PlannedInstitution.Merger(into, it, origin))
        .orElse(null);
  }
}
