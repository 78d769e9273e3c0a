package org.heyi.steering.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The bodies that govern an area, a consortium or a grid (GOV-14). The top body of parameter P-03
/// is one of them and agrees with what stands there.
@Component
@Order(94)
class BodiesSection implements PackSection {

  private static final String TOP = "top-body";

  private final ArrangementStore store;

  BodiesSection(ArrangementStore store) {
    this.store = store;
  }

  private record Planned(PackNode where, Body body) {}

  @Override
  public String name() {
    return "bodies";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var bodies = new ArrayList<Planned>();
    for (var node : section.items()) {
      body(node).ifPresent(it -> bodies.add(new Planned(node, it)));
    }
    return new Part() {
      @Override
      public void check(PackReading read) {
        bodies.forEach(it -> checkTop(it, read));
        for (var key : List.of(TOP, "supervisory-body")) {
          ParameterOverrides.everyWord(read, key).stream()
              .filter(name -> bodies.stream().noneMatch(it -> it.body().name().equals(name)))
              .forEach(it -> section.refuse(GovernanceProblem.BODY_MISSING, it, key));
        }
      }

      @Override
      public void apply(Pack pack) {
        store.replace(
            pack.area(),
            name(),
            bodies.stream().map(Planned::body).toList(),
            Body::id,
            Body::consortium);
      }
    };
  }

  private static Optional<Body> body(PackNode node) {
    var fields = node.fields();
    var id = fields.newId("body");
    var kind = fields.needOneOf("kind", BodyKind.codes());
    var origin = fields.citation();
    var name = fields.needText("name");
    var consortium = fields.refer("consortium", "consortium");
    var grid = fields.refer("grid", "grid");
    var parent = fields.refer("parent", "body");
    if (!parent.isEmpty() && parent.equals(id)) {
      fields.key("parent").refuse(GovernanceProblem.INSIDE_ITSELF, id);
    }
    var chair = fields.text("chair");
    var vices = fields.items("vice_chairs").stream().flatMap(it -> it.text().stream()).toList();
    var seats = fields.items("members").stream().map(BodiesSection::seat).toList();
    var secretariat = fields.refer("secretariat", "institution");
    var head = fields.text("secretariat_head");
    var duties = PlanTexts.charges(fields.items("duties"), Set.of(), origin);
    var life = fields.period();
    fields.end();
    return id.isEmpty() || kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Body(
                id,
                BodyKind.of(kind),
                name,
                consortium,
                grid,
                parent,
                chair,
                vices,
                seats,
                secretariat,
                head,
                duties,
                life,
                origin));
  }

  private static Body.Seat seat(PackNode node) {
    var fields = node.fields();
    if (fields.has("post") == fields.has("institution")) {
      node.refuse(GovernanceProblem.POST_OR_INSTITUTION);
    }
    var seat = new Body.Seat(fields.text("post"), fields.refer("institution", "institution"));
    fields.end();
    return seat;
  }

  private static void checkTop(Planned planned, PackReading reading) {
    var body = planned.body();
    if (!said(reading, body, TOP).equals(body.name())) {
      return;
    }
    var until = body.life().until();
    var last = until == null ? "" : until.minusDays(1).toString();
    agree(planned, reading, "top-body-kind", body.kind().code());
    agree(planned, reading, "top-body-chair", body.chair());
    agree(planned, reading, "top-body-office", body.secretariat());
    agree(planned, reading, "top-body-until", last);
  }

  private static void agree(Planned planned, PackReading reading, String key, String here) {
    var there = said(reading, planned.body(), key);
    if (!Objects.equals(there, here)) {
      planned
          .where()
          .refuse(GovernanceProblem.BODY_DIFFERS, planned.body().name(), key, there, here);
    }
  }

  private static String said(PackReading reading, Body body, String key) {
    return ParameterOverrides.words(reading, body.consortium(), key).stream()
        .findFirst()
        .orElse("");
  }
}
