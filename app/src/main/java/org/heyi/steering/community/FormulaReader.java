package org.heyi.steering.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionView;

/// Reads the parts of a formula and checks them against the structure (TSK-18).
final class FormulaReader {

  private static final int MOST = 100_000;

  /// Which selector goes with which `of`.
  private static final Map<String, Set<String>> FITS =
      Map.of(
          "roles", Set.of("members"),
          "kinds", Set.of("members", "institutions", "clinics"),
          "levels", Set.of("members", "institutions"),
          "forms", Set.of("consortia"),
          "grid", Set.of("grid_members"));

  private FormulaReader() {}

  static List<PlannedConsortium.Part> parts(List<PackNode> nodes, List<String> what) {
    var parts = new ArrayList<PlannedConsortium.Part>();
    for (var node : nodes) {
      part(node, what).ifPresent(it -> parts.add(new PlannedConsortium.Part(node, it)));
    }
    return parts;
  }

  private static Optional<FormulaPart> part(PackNode node, List<String> what) {
    var fields = node.fields();
    var label = fields.needText("label");
    var of = fields.needOneOf("of", what);
    FITS.forEach((selector, fitting) -> {
      if (fields.has(selector) && !of.isEmpty() && !fitting.contains(of)) {
        fields.key(selector).refuse(CommunityProblem.SELECTOR_DOES_NOT_FIT, selector, of);
      }
    });
    var grid =
        of.equals("grid_members") ? fields.needRefer("grid", "grid") : fields.refer("grid", "grid");
    var count = number(fields, "count");
    var atLeast = number(fields, "at_least");
    var atMost = number(fields, "at_most");
    if (count.isPresent() == (atLeast.isPresent() || atMost.isPresent())) {
      node.refuse(CommunityProblem.NO_BOUND, label);
    }
    var part =
        new FormulaPart(
            label,
            of,
            grid,
            fields.words("roles", MemberRole.codes()),
            fields.words("kinds", InstitutionKind.codes()),
            fields.words("levels", InstitutionView.LEVELS),
            fields.words("forms", ConsortiumForm.codes()),
            count.orElse(null),
            atLeast.orElse(null),
            atMost.orElse(null),
            fields.flag("open"),
            fields.citation().clause());
    fields.end();
    return of.isEmpty() ? Optional.empty() : Optional.of(part);
  }

  private static Optional<Integer> number(PackFields fields, String key) {
    return fields.take(key).flatMap(it -> it.whole(0, MOST));
  }

  /// Says which parts do not come out, with the number wanted and the number there.
  static void check(List<PlannedConsortium.Part> parts, String consortium, PackReading reading) {
    var structure = CommunityPlan.of(reading).structure(reading);
    for (var part : parts) {
      var counted = part.part().counted(structure, consortium);
      if (!part.part().holds(counted)) {
        part.where()
            .refuse(
                CommunityProblem.COUNT_DIFFERS, part.part().label(), part.part().wanted(), counted);
      }
    }
  }
}
