package org.heyi.steering.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.steering.directory.DirectoryPlan;
import org.heyi.steering.directory.InstitutionKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The government departments with their duties (GOV-31).
@Component
@Order(95)
class AuthoritiesSection implements PackSection {

  private final ArrangementStore store;

  AuthoritiesSection(ArrangementStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "authorities";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var authorities = new ArrayList<Authority>();
    Map<String, PackNode> places = new HashMap<>();
    for (var node : section.items()) {
      var fields = node.fields();
      var institution = fields.needRefer("institution", "institution");
      var origin = fields.citation();
      var duties = PlanTexts.charges(fields.needItems("duties"), Authority.DUTIES, origin);
      fields.end();
      var before = places.putIfAbsent(institution, node);
      if (before != null) {
        node.refuse(GovernanceProblem.DEPARTMENT_TWICE, institution, before.line());
      }
      authorities.add(new Authority(institution, duties, origin));
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        places.forEach((institution, where) ->
            read.kept(DirectoryPlan.class)
                .flatMap(it -> it.find(institution))
                .filter(it -> it.kind() != InstitutionKind.GOVERNMENT_DEPARTMENT)
                .ifPresent(it -> where.refuse(GovernanceProblem.NOT_A_DEPARTMENT, institution)));
      }

      @Override
      public void apply(Pack pack) {
        store.replace(pack.area(), name(), authorities, _ -> "", _ -> "");
      }
    };
  }
}
