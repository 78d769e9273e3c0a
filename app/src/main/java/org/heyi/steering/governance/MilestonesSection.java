package org.heyi.steering.governance;

import java.util.ArrayList;
import java.util.Optional;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What the plan wants by when. Numbers stand in parameters, which a milestone names.
@Component
@Order(96)
class MilestonesSection implements PackSection {

  private final ArrangementStore store;

  MilestonesSection(ArrangementStore store) {
    this.store = store;
  }

  private record Planned(PackNode where, Milestone milestone) {}

  @Override
  public String name() {
    return "milestones";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var milestones = new ArrayList<Planned>();
    for (var node : section.items()) {
      milestone(node).ifPresent(it -> milestones.add(new Planned(node, it)));
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        for (var planned : milestones) {
          var said = planned.milestone();
          said.parameters().stream()
              .filter(it -> ParameterOverrides.words(read, said.consortium(), it).isEmpty())
              .forEach(it -> planned.where().refuse(GovernanceProblem.PARAMETER_WITHOUT_VALUE, it));
        }
      }

      @Override
      public void apply(Pack pack) {
        store.replace(
            pack.area(),
            name(),
            milestones.stream().map(Planned::milestone).toList(),
            _ -> "",
            Milestone::consortium);
      }
    };
  }

  private static Optional<Milestone> milestone(PackNode node) {
    var fields = node.fields();
    var consortium = fields.refer("consortium", "consortium");
    var by = fields.need("by").flatMap(PlanTexts::day);
    var says = fields.needText("says");
    var saysEn = fields.needText("says_en");
    var parameters = fields.items("parameters").stream().flatMap(it -> it.text().stream()).toList();
    var origin = fields.citation();
    fields.end();
    return by.map(it -> new Milestone(consortium, it, says, saysEn, parameters, origin));
  }
}
