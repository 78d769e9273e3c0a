package org.heyi.steering.community.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heyi.platform.shared.AreaId;
import org.heyi.steering.community.GridView;
import org.heyi.steering.community.MemberRole;
import org.heyi.steering.community.finding.AreaFacts.Group;
import org.heyi.steering.community.finding.AreaFacts.Member;
import org.heyi.steering.community.finding.Finding.Target;

/// 结构检查: holds the facts of an area against its rules. Pure.
record Inspection(AreaFacts facts, Norms norms, RuleReading reading) {

  private record Found(String text, long open, Outcome outcome) {}

  List<Finding> findings() {
    var found = new ArrayList<Finding>();
    var area = area();
    Function<Norm, Found> groups = norm -> counted(norm, facts.groups().size(), 0);
    check(StructureRule.GROUPS_PER_COUNTY_MIN, area, groups).ifPresent(found::add);
    check(StructureRule.GROUPS_PER_COUNTY_MAX, area, groups).ifPresent(found::add);
    facts.groups().forEach(it -> found.addAll(ofGroup(it)));
    return found;
  }

  private List<Finding> ofGroup(Group group) {
    var found = new ArrayList<Finding>();
    var members = group.members().stream().filter(it -> it.role() == MemberRole.MEMBER).toList();
    check(
            StructureRule.SECONDARY_GENERAL_PER_GROUP,
            target(group),
            norm -> general(norm, members, Grade.SECONDARY))
        .ifPresent(found::add);
    for (var lead : group.members().stream().filter(it -> it.role().leads()).toList()) {
      check(StructureRule.LEAD_LEVEL, target(group, lead), norm -> level(norm, lead))
          .ifPresent(found::add);
      check(StructureRule.LEAD_OWNERSHIP, target(group, lead), norm -> ownership(norm, lead))
          .ifPresent(found::add);
    }
    for (var grid : group.grids()) {
      check(
              StructureRule.TERTIARY_GENERAL_PER_GRID,
              target(group, grid),
              norm -> general(norm, group.in(grid), Grade.TERTIARY))
          .ifPresent(found::add);
      check(
              StructureRule.GROUPS_PER_GRID,
              target(group, grid),
              norm -> counted(norm, facts.groupsOf(group, grid), 0))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(
      StructureRule rule, Target target, Function<Norm, Found> checking) {
    return norms
        .of(rule, target.consortium())
        .map(norm -> {
          var found = checking.apply(norm);
          return new Finding(
              rule,
              target,
              found.outcome(),
              norm.expected(),
              norm.suggested(),
              found.text(),
              found.open(),
              norm.clause(),
              null);
        });
  }

  private Found general(Norm norm, List<Member> members, Grade wanted) {
    long sure =
        members.stream()
            .filter(it -> reading.general().contains(it.kind()) && isGrade(it, wanted))
            .count();
    long perhaps = members.stream().filter(it -> perhaps(it, wanted)).count();
    return counted(norm, sure, perhaps - sure);
  }

  private boolean perhaps(Member it, Grade wanted) {
    var general = reading.general().contains(it.kind()) || reading.perhaps().contains(it.kind());
    return general && (it.level().isEmpty() || isGrade(it, wanted));
  }

  private static boolean isGrade(Member it, Grade wanted) {
    return !it.level().isEmpty() && Grade.of(it.level()).isRank(wanted);
  }

  private static Found counted(Norm norm, long sure, long open) {
    return new Found(String.valueOf(sure), open, norm.against(sure, open));
  }

  private static Found level(Norm norm, Member lead) {
    return new Found(lead.level(), 0, Grade.of(norm.value()).against(lead.level()));
  }

  private Found ownership(Norm norm, Member lead) {
    var known = reading.meets(norm.value(), lead.ownership());
    var outcome =
        lead.ownership().isEmpty()
            ? Outcome.NOT_RECORDED
            : known ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD;
    return new Found(lead.ownership(), 0, outcome);
  }

  private AreaId areaId() {
    return facts.area().area();
  }

  private Target area() {
    var area = facts.area();
    var id = areaId().value();
    return new Target(areaId(), null, id, area.name(), area.nameEn(), "/area/" + id + "/tree");
  }

  private Target target(Group group) {
    var it = group.view();
    return new Target(
        areaId(), it.id(), it.id().value(), it.name(), it.nameEn(), "/consortia/" + it.id());
  }

  private Target target(Group group, GridView grid) {
    return new Target(
        areaId(),
        group.view().id(),
        grid.id(),
        grid.name(),
        grid.nameEn(),
        "/consortia/" + group.view().id());
  }

  private Target target(Group group, Member lead) {
    return new Target(
        areaId(),
        group.view().id(),
        group.view().id() + "." + lead.id(),
        lead.name(),
        lead.name(),
        "/institutions/" + lead.id());
  }
}
