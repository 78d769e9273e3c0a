package org.heyi.steering.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Centres and platforms. Their names stand in parameters P-12 and P-13; here they get their kind,
/// date, host, parent and functions.
@Component
@Order(90)
class CentresSection implements PackSection {

  private final ArrangementStore store;

  CentresSection(ArrangementStore store) {
    this.store = store;
  }

  private record Planned(PackNode where, Centre centre) {}

  @Override
  public String name() {
    return "centres";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var centres = new ArrayList<Planned>();
    for (var node : section.items()) {
      centre(node).ifPresent(it -> centres.add(new Planned(node, it)));
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        checkParents(centres);
        Arrays.stream(CentreGroup.values())
            .filter(it -> !it.parameter().isEmpty())
            .forEach(it -> checkNames(section, it, centres, read));
      }

      @Override
      public void apply(Pack pack) {
        store.replace(
            pack.area(),
            name(),
            centres.stream().map(Planned::centre).toList(),
            Centre::id,
            Centre::consortium);
      }
    };
  }

  private static Optional<Centre> centre(PackNode node) {
    var fields = node.fields();
    var id = fields.newId("centre");
    var group = fields.needOneOf("group", CentreGroup.codes());
    var origin = fields.citation();
    var centre =
        new Centre(
            id,
            group.isEmpty() ? CentreGroup.OTHER : CentreGroup.of(group),
            fields.needOneOf("kind", Centre.KINDS),
            fields.needText("name"),
            fields.refer("consortium", "consortium"),
            fields.refer("parent", "centre"),
            fields.refer("host", "institution"),
            fields.take("due").flatMap(PlanTexts::day).orElse(null),
            fields.flag("open"),
            PlanTexts.charges(fields.items("functions"), Set.of(), origin),
            origin);
    fields.end();
    return id.isEmpty() || group.isEmpty() ? Optional.empty() : Optional.of(centre);
  }

  /// Nothing is part of itself, however far up.
  private static void checkParents(List<Planned> centres) {
    Map<String, String> parents = new HashMap<>();
    centres.forEach(it -> parents.put(it.centre().id(), it.centre().parent()));
    for (var planned : centres) {
      var above = new HashSet<String>();
      var at = planned.centre().id();
      while (!at.isEmpty() && above.add(at)) {
        at = parents.getOrDefault(at, "");
      }
      if (at.equals(planned.centre().id())) {
        planned.where().refuse(GovernanceProblem.INSIDE_ITSELF, at);
      }
    }
  }

  private static void checkNames(
      PackNode section, CentreGroup group, List<Planned> centres, PackReading reading) {
    var agreement = new PlanTexts.Agreement(section, reading, group.parameter());
    var ours = centres.stream().filter(it -> it.centre().group() == group).toList();
    ours.forEach(it -> agreement.name(it.where(), it.centre().consortium(), it.centre().name()));
    agreement.complete(ours.stream().map(it -> it.centre().name()).collect(Collectors.toSet()));
  }
}
