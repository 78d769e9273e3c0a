package org.heyi.steering.community;

import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Counts over the whole area, e.g. 124 village clinics. Last of the community's sections: it also
/// tells access who lies within which grid and consortium.
@Component
@Order(80)
class StructureSection implements PackSection {

  private final CommunityStore store;
  private final CommunityReach reach;

  StructureSection(CommunityStore store, CommunityReach reach) {
    this.store = store;
    this.reach = reach;
  }

  @Override
  public String name() {
    return "structure";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var fields = section.fields();
    var parts = FormulaReader.parts(fields.needItems("parts"), FormulaPart.IN_AREA);
    fields.end();
    return new Part() {
      @Override
      public void check(PackReading read) {
        FormulaReader.check(parts, "", read);
      }

      @Override
      public void apply(Pack pack) {
        store.saveParts(pack, parts, CommunityPlan.of(reading).consortia());
        reach.tell(pack.area());
      }
    };
  }
}
