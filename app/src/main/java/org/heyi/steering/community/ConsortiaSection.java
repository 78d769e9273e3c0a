package org.heyi.steering.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.platform.policy.ParameterOverrides;
import org.heyi.platform.policy.ParameterPlan;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The consortia of a pack with their members, formula and own parameters.
@Component
@Order(60)
class ConsortiaSection implements PackSection {

  private static final Pattern YEAR = Pattern.compile("20\\d{2}");

  private final CommunityStore store;
  private final Policies policies;

  ConsortiaSection(CommunityStore store, Policies policies) {
    this.store = store;
    this.policies = policies;
  }

  @Override
  public String name() {
    return "consortia";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var consortia = new ArrayList<PlannedConsortium>();
    for (var node : section.items()) {
      consortium(node, reading).ifPresent(consortia::add);
    }
    var parameters =
        consortia.stream()
            .map(PlannedConsortium::parameters)
            .filter(java.util.Objects::nonNull)
            .toList();
    reading.keep(CommunityPlan.class, new CommunityPlan(consortia, List.of()));
    reading.keep(ParameterOverrides.class, new ParameterOverrides(parameters));
    return new Part() {
      @Override
      public void check(PackReading read) {
        ConsortiumChecks.check(section, read);
      }

      @Override
      public void apply(org.heyi.platform.policy.Pack pack) {
        store.saveConsortia(pack, consortia);
        policies.override(pack, parameters);
      }
    };
  }

  private static Optional<PlannedConsortium> consortium(PackNode node, PackReading reading) {
    var fields = node.fields();
    var id = fields.newId("consortium");
    var names =
        new PlannedConsortium.Names(
            fields.needText("name"),
            fields.needText("name_en"),
            fields.text("trade_name"),
            !fields.oneOf("name_source", Set.of("house")).isEmpty());
    var form = fields.needOneOf("form", ConsortiumForm.codes());
    var parent = fields.refer("parent", "consortium");
    var standsAs = fields.refer("stands_as", "institution");
    var batch = fields.text("batch");
    var includes = fields.needFlag("includes_clinics");
    var synthetic = fields.flag("synthetic");
    var life = fields.period();
    var origin = fields.citation();
    var transition = fields.take("transition").map(ConsortiaSection::transition).orElse(null);
    var formula = fields.take("formula").map(ConsortiaSection::formula).orElse(null);
    var members = members(fields, life, batch);
    var parameters =
        fields
            .take("parameters")
            .map(it -> ParameterPlan.read(it, names.whose(id), reading))
            .orElse(null);
    fields.end();
    return form.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlannedConsortium(
                node,
                id,
                names,
                ConsortiumForm.of(form),
                parent,
                standsAs,
                batch,
                includes,
                synthetic,
                life,
                origin,
                transition,
                formula,
                members,
                parameters));
  }

  private static PlannedConsortium.@Nullable Transition transition(PackNode node) {
    var fields = node.fields();
    var form = fields.needOneOf("form", ConsortiumForm.codes());
    var by = fields.need("by").flatMap(it -> it.shaped(YEAR, "YYYY"));
    Citation origin = fields.citation();
    fields.end();
    return form.isEmpty() || by.isEmpty()
        ? null
        : new PlannedConsortium.Transition(
            ConsortiumForm.of(form), Integer.parseInt(by.get()), origin);
  }

  private static PlannedConsortium.Formula formula(PackNode node) {
    var fields = node.fields();
    var formula =
        new PlannedConsortium.Formula(
            fields.needText("text"),
            fields.needFlag("printed"),
            fields.citation(),
            FormulaReader.parts(fields.needItems("parts"), FormulaPart.IN_CONSORTIUM));
    fields.end();
    return formula;
  }

  private static List<PlannedConsortium.Member> members(
      PackFields consortium, Period life, String batch) {
    var members = new ArrayList<PlannedConsortium.Member>();
    for (var node : consortium.needItems("members")) {
      var fields = node.fields();
      var institution = fields.needRefer("institution", "institution");
      var role = fields.needOneOf("role", MemberRole.codes());
      var own = fields.text("batch");
      var period = fields.period(life);
      var origin = fields.citation();
      fields.end();
      if (!institution.isEmpty() && !role.isEmpty()) {
        members.add(
            new PlannedConsortium.Member(
                node,
                institution,
                MemberRole.of(role),
                own.isEmpty() ? batch : own,
                period,
                origin));
      }
    }
    return members;
  }
}
