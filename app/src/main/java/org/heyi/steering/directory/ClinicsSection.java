package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Jurisdiction;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.shared.Period;
import org.heyi.steering.directory.PlannedInstitution.Management;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Clinics and stations of which a plan gives the number and no name. Their names are ours and are
/// shown as such. Writes all institutions of the pack, the named ones too.
@Component
@Order(40)
class ClinicsSection implements PackSection {

  private static final List<String> KINDS = InstitutionKind.codes(InstitutionKind.Group.STATION);
  private static final Pattern NAME = Pattern.compile("\\{manager}[^{}]*\\{n}[^{}]*");
  private static final Pattern ID = Pattern.compile("\\{manager}-[a-z]+\\{nn}");
  private static final Pattern VILLAGE = Pattern.compile("(\\{manager})?[^{}]*\\{n}[^{}]*");
  private static final int MOST = 2000;

  private final DirectoryStore store;
  private final PlaceStore places;
  private final DirectoryReach reach;
  private final FactChanges changes;

  ClinicsSection(
      DirectoryStore store, PlaceStore places, DirectoryReach reach, FactChanges changes) {
    this.store = store;
    this.places = places;
    this.reach = reach;
    this.changes = changes;
  }

  @Override
  public String name() {
    return "clinics";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var clinics = new ArrayList<PlannedInstitution>();
    var plan = reading.kept(DirectoryPlan.class).orElseGet(() -> DirectoryPlan.of(List.of()));
    Set<String> managers = new HashSet<>();
    for (var node : section.items()) {
      block(node, plan, managers, clinics, reading);
    }
    var all = plan.and(clinics);
    reading.keep(DirectoryPlan.class, all);
    var lies = reading.kept(Jurisdiction.class).orElseGet(() -> new Jurisdiction(null, List.of()));
    return pack -> {
      changes.require(pack.area(), all.institutions().values());
      store.save(pack, all.institutions().values());
      places.save(pack, lies.city(), PlacePlan.of(pack, lies, all.institutions().values()));
      reach.tell(pack.area());
    };
  }

  /// One block: how many, and how they are spread over the centres that manage them.
  private record Block(
      InstitutionKind kind,
      String names,
      String ids,
      String villages,
      Period life,
      Citation origin) {}

  private static void block(
      PackNode node,
      DirectoryPlan plan,
      Set<String> managers,
      List<PlannedInstitution> clinics,
      PackReading reading) {
    var fields = node.fields();
    fields.newId("clinics");
    var kind = fields.needOneOf("kind", KINDS);
    var count = fields.need("count").flatMap(it -> it.whole(1, MOST)).orElse(0);
    fields.needOneOf("generated", Set.of("true"));
    fields.oneOf("split_source", Set.of("house"));
    var block =
        new Block(
            InstitutionKind.find(kind).orElse(InstitutionKind.VILLAGE_CLINIC),
            pattern(fields, "name_pattern", NAME, "{manager}…{n}…"),
            pattern(fields, "id_pattern", ID, "{manager}-v{nn}"),
            fields
                .take("village_pattern")
                .flatMap(it -> it.shaped(VILLAGE, "{manager}…{n}…"))
                .orElse(village(kind)),
            fields.period(),
            fields.citation());
    var before = clinics.size();
    fields
        .need("split")
        .ifPresent(it -> split(it.fields(), block, plan, managers, clinics, reading));
    var sum = clinics.size() - before;
    if (count > 0 && sum != count) {
      fields.key("split").refuse(DirectoryProblem.SPLIT_DOES_NOT_SUM, sum, count);
    }
    fields.end();
  }

  /// An example like the clinic's own name.
  private static String village(String kind) {
    return kind.equals(InstitutionKind.VILLAGE_CLINIC.code())
        ? "{manager}第{n}村"
        : "{manager}第{n}社区";
  }

  private static String pattern(PackFields fields, String key, Pattern shape, String wanted) {
    return fields.need(key).flatMap(it -> it.shaped(shape, wanted)).orElse("");
  }

  private static void split(
      PackFields split,
      Block block,
      DirectoryPlan plan,
      Set<String> managers,
      List<PlannedInstitution> clinics,
      PackReading reading) {
    for (var manager : split.names()) {
      var key = split.key(manager);
      reading.refer("institution", manager, key);
      if (!managers.add(block.kind() + " " + manager)) {
        key.refuse(DirectoryProblem.MANAGER_IN_TWO_BLOCKS, manager);
      }
      var centre = plan.find(manager);
      centre
          .filter(it -> it.kind().group() != InstitutionKind.Group.PRIMARY)
          .ifPresent(it -> key.refuse(DirectoryProblem.NO_MANAGER_OF_CLINICS, manager));
      var number = split.take(manager).flatMap(it -> it.whole(1, MOST)).orElse(0);
      for (var n = 1; n <= number; n++) {
        clinics.add(clinic(block, manager, centre.orElse(null), n));
        reading.define("institution", clinics.getLast().id(), key);
      }
    }
  }

  private static PlannedInstitution clinic(
      Block block, String manager, @Nullable PlannedInstitution centre, int n) {
    var called = centre == null ? manager : centre.names().name();
    var name = numbered(block.names(), called, n);
    var id = block.ids().replace("{manager}", manager).replace("{nn}", "%02d".formatted(n));
    return new PlannedInstitution(
        id,
        block.kind(),
        "",
        block.life(),
        block.origin(),
        new PlannedInstitution.Names(name, List.of(), List.of(), "", ""),
        new PlannedInstitution.Facts(
            "",
            "",
            "",
            "",
            centre == null ? "" : centre.facts().district(),
            centre == null ? "" : centre.facts().town(),
            numbered(block.villages(), called, n),
            "",
            false,
            true,
            centre != null && centre.facts().synthetic(),
            false),
        List.of(new Management(manager, block.life(), block.origin())),
        null);
  }

  private static String numbered(String pattern, String manager, int n) {
    return pattern.replace("{manager}", manager).replace("{n}", Integer.toString(n));
  }
}
