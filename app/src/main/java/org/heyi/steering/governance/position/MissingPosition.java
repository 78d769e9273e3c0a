package org.heyi.steering.governance.position;

import java.util.Collection;
import java.util.Set;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Shortfall;
import org.springframework.stereotype.Component;

/// Members of whom the plan does not say what they are for, on the page of the area; clinics follow
/// the centre that manages them.
@Component
class MissingPosition implements Shortfall {

  private static final int AFTER_THE_LEVEL = 12;

  private final Positions positions;

  MissingPosition(Positions positions) {
    this.positions = positions;
  }

  @Override
  public int order() {
    return AFTER_THE_LEVEL;
  }

  @Override
  public String label() {
    return "position.lack";
  }

  @Override
  public Set<InstitutionId> of(Collection<Member> members) {
    var asked =
        members.stream().filter(it -> it.manager() == null).map(Member::institution).toList();
    return asked.isEmpty() ? Set.of() : positions.unsaid(asked.getFirst().area(), asked);
  }
}
