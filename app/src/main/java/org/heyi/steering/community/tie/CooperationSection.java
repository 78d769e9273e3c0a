package org.heyi.steering.community.tie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The cooperation of a pack, inside and outside its consortia. A pack may be without.
@Component
@Order(75)
class CooperationSection implements PackSection {

  private final TieStore store;

  CooperationSection(TieStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "cooperation";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var ties = new ArrayList<PlannedTie>();
    for (var node : section.items()) {
      tie(node).ifPresent(ties::add);
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        ties.forEach(PlannedTie::check);
      }

      @Override
      public void apply(Pack pack) {
        store.save(pack, List.copyOf(ties));
      }
    };
  }

  private static Optional<PlannedTie> tie(PackNode node) {
    var fields = node.fields();
    var id = fields.newId("tie");
    var kind = fields.needOneOf("kind", TieKind.codes());
    var consortium = fields.refer("consortium", "consortium");
    var party = fields.refer("party", "institution");
    var counterpart = fields.refer("counterpart", "institution");
    var named = fields.text("counterpart_name");
    fields.needItems("matters");
    var matters = fields.words("matters", Matter.codes());
    var crossGrid = fields.flag("cross_grid");
    var plan = fields.text("plan");
    var outcome = fields.text("outcome");
    var life = fields.period();
    var origin = fields.citation();
    fields.end();
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlannedTie(
                node,
                id,
                TieKind.of(kind),
                consortium,
                party,
                counterpart,
                named,
                matters,
                crossGrid,
                plan,
                outcome,
                life,
                origin));
  }
}
