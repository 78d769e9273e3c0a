package org.heyi.steering.governance.unified;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.heyi.steering.governance.unified.PlannedUnification.Detail;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Unified management as a pack gives it. The dimensions are the words of parameter P-02; here
/// stand the status with which all members begin, and centres and rules where the plan names them.
@Component
@Order(93)
class UnifiedSection implements PackSection {

  private final UnifiedStore store;

  UnifiedSection(UnifiedStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "unified_management";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var planned = new ArrayList<PlannedUnification>();
    Map<String, Integer> lines = new HashMap<>();
    for (var node : section.items()) {
      unification(node)
          .ifPresent(it -> {
            var before = lines.putIfAbsent(it.consortium(), node.line());
            if (before != null) {
              node.refuse(UnifiedProblem.CONSORTIUM_TWICE, it.consortium(), before);
            }
            planned.add(it);
          });
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        planned.forEach(it -> agree(it, read));
      }

      @Override
      public void apply(Pack pack) {
        store.replace(pack.area(), planned);
      }
    };
  }

  private static Optional<PlannedUnification> unification(PackNode node) {
    var fields = node.fields();
    var consortium = fields.needRefer("consortium", "consortium");
    var begins = fields.needOneOf("status", UnifiedStatus.codes());
    var origin = fields.citation();
    var details = details(fields);
    fields.end();
    return consortium.isEmpty() || begins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlannedUnification(node, consortium, UnifiedStatus.of(begins), origin, details));
  }

  private static List<Detail> details(PackFields whole) {
    var details = new ArrayList<Detail>();
    Map<String, Integer> lines = new HashMap<>();
    for (var node : whole.items("dimensions")) {
      var fields = node.fields();
      var kind = fields.needOneOf("kind", UnifiedKind.codes());
      var name = fields.needText("name");
      var centre = fields.refer("centre", "centre");
      var rule = fields.text("rule");
      var origin = fields.citation();
      fields.end();
      if (centre.isEmpty() && rule.isEmpty()) {
        node.refuse(UnifiedProblem.SAYS_NOTHING, name);
      }
      var before = lines.putIfAbsent(kind + " " + name, node.line());
      if (before != null) {
        node.refuse(UnifiedProblem.DIMENSION_TWICE, name, before);
      } else if (!kind.isEmpty()) {
        details.add(new Detail(node, UnifiedKind.of(kind), name, centre, rule, origin));
      }
    }
    return details;
  }

  private static void agree(PlannedUnification planned, PackReading reading) {
    var consortium = planned.consortium();
    if (Arrays.stream(UnifiedKind.values())
        .allMatch(it -> ParameterOverrides.words(reading, consortium, it.parameter()).isEmpty())) {
      planned.where().refuse(UnifiedProblem.NO_DIMENSIONS, consortium);
    }
    for (var detail : planned.details()) {
      var key = detail.kind().parameter();
      if (!ParameterOverrides.words(reading, consortium, key).contains(detail.name())) {
        detail.where().refuse(UnifiedProblem.NO_SUCH_DIMENSION, detail.name(), key, consortium);
      }
    }
  }
}
