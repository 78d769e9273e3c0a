package org.heyi.steering.governance.position;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.steering.community.MemberRole;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.governance.position.Position.Item;
import org.heyi.steering.governance.position.Position.Whom;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What institutions are for, as a pack gives it.
@Component
@Order(97)
class PositionsSection implements PackSection {

  private static final int MOST = 1_000_000;
  private static final Pattern DEPARTMENT = Pattern.compile("\\d{2}(\\.\\d{2}){0,2}");

  private final PositionStore store;

  PositionsSection(PositionStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var positions = section.items().stream().map(PositionsSection::position).toList();
    return (Pack pack) -> store.replace(pack.area(), positions);
  }

  private static Position position(PackNode node) {
    var fields = node.fields();
    var whom =
        new Whom(
            fields.refer("consortium", "consortium"),
            fields.words("roles", MemberRole.codes()),
            fields.words("kinds", InstitutionKind.codes()),
            fields.words("levels", InstitutionView.LEVELS),
            fields.items("institutions").stream()
                .flatMap(it -> it.refer("institution").stream())
                .distinct()
                .toList());
    var origin = fields.citation();
    var items = new ArrayList<Item>();
    fields.items("care").forEach(it -> care(it, origin).ifPresent(items::add));
    fields.items("services").forEach(it -> items.add(said(Position.Part.SERVICE, it, origin)));
    fields.items("scale").forEach(it -> items.add(said(Position.Part.SCALE, it, origin)));
    fields.items("equipment").forEach(it -> items.add(said(Position.Part.EQUIPMENT, it, origin)));
    items.addAll(specialties(fields, whom, origin));
    fields.end();
    check(node, whom, items);
    return new Position(whom, items, origin);
  }

  private static Optional<Item> care(PackNode node, Citation otherwise) {
    var fields = node.fields();
    var of = fields.needOneOf("of", Position.CARE);
    var text = fields.text("text");
    var origin = origin(fields, otherwise);
    fields.end();
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(new Item(Position.Part.CARE, of, text, null, "", origin));
  }

  private static Item said(Position.Part part, PackNode node, Citation otherwise) {
    var fields = node.fields();
    var text = fields.needText("text");
    var atLeast = fields.take("at_least").flatMap(it -> it.whole(1, MOST)).orElse(null);
    var unit = fields.text("unit");
    if (!unit.isEmpty() && !fields.has("at_least")) {
      fields.key("unit").refuse(PositionProblem.UNIT_WITHOUT_NUMBER, unit);
    }
    var origin = origin(fields, otherwise);
    fields.end();
    return new Item(part, "", text, atLeast, unit, origin);
  }

  private static List<Item> specialties(PackFields fields, Whom whom, Citation origin) {
    var codes = fields.items("specialties");
    if (!codes.isEmpty() && whom.institutions().isEmpty()) {
      fields.key("specialties").refuse(PositionProblem.SPECIALTY_OF_NO_NAME);
    }
    return codes.stream()
        .flatMap(it -> it.shaped(DEPARTMENT, "03 / 03.02").stream())
        .map(it -> new Item(Position.Part.SPECIALTY, it, "", null, "", origin))
        .toList();
  }

  private static Citation origin(PackFields fields, Citation otherwise) {
    return fields.has("clause") || fields.has("source") ? fields.citation() : otherwise;
  }

  private static void check(PackNode node, Whom whom, List<Item> items) {
    if (whom.isNobody()) {
      node.refuse(PositionProblem.FOR_NOBODY);
    }
    if (whom.isMixed()) {
      node.refuse(PositionProblem.NAMED_AND_DESCRIBED);
    }
    if (items.isEmpty()) {
      node.refuse(PositionProblem.SAYS_NOTHING);
    }
    var seen = new HashSet<String>();
    items.stream()
        .map(it -> it.code().isEmpty() ? it.text() : it.code())
        .filter(it -> !it.isEmpty() && !seen.add(it))
        .forEach(it -> node.refuse(PositionProblem.TWICE, it));
  }
}
