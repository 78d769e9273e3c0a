package org.heyi.platform.policy;

import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The parameters of the area. All thirty rows stand in a pack, the silent ones too: a plan that
/// says nothing is a fact, a forgotten row is a mistake.
@Component
@Order(20)
class ParametersSection implements PackSection {

  private final PolicyStore store;
  private final HeldParameters held;

  ParametersSection(PolicyStore store, HeldParameters held) {
    this.store = store;
    this.held = held;
  }

  @Override
  public String name() {
    return "parameters";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var plan = ParameterPlan.read(section, ParameterPlan.Whose.AREA, reading);
    reading.keep(ParameterPlan.class, plan);
    checkComplete(plan, section);
    checkQuota(plan, section);
    return new Part() {
      @Override
      public void check(PackReading read) {
        held.check(section, read);
      }

      @Override
      public void apply(Pack pack) {
        held.require(pack.area(), reading);
        store.sync(pack, plan);
      }
    };
  }

  private static void checkComplete(ParameterPlan plan, PackNode section) {
    var said =
        plan.statements().stream().map(ParameterPlan.Statement::number).collect(Collectors.toSet());
    ParameterCatalogue.ONLY.groups().keySet().stream()
        .filter(it -> !said.contains(it))
        .forEach(it -> section.refuse(PackProblem.MISSING_PARAMETER, it));
    ParameterCatalogue.ONLY.entries().values().stream()
        .filter(it -> it.needed() && said.contains(it.group()) && plan.value(it.key()).isEmpty())
        .forEach(it -> section.refuse(PackProblem.MISSING_VALUE, it.key(), it.group()));
  }

  /// A reserved slot opens to the entitled no later than to everyone; a share is a share of
  /// something.
  private static void checkQuota(ParameterPlan plan, PackNode section) {
    var where = section.fields().take("P-06").orElse(section);
    var entitled = days(plan, "reserved-opens-days-before");
    var everyone = days(plan, "public-opens-days-before");
    if (entitled >= 0 && everyone > entitled) {
      where.refuse(PackProblem.OPENS_TOO_LATE, entitled, everyone);
    }
    if (plan.value("reserved-share").isPresent() && plan.value("reserved-basis").isEmpty()) {
      where.refuse(PackProblem.SHARE_OF_NOTHING);
    }
  }

  private static int days(ParameterPlan plan, String key) {
    return plan.value(key).map(it -> Integer.parseInt(it.items().getFirst())).orElse(-1);
  }
}
