package org.heyi.steering.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.heyi.steering.directory.DirectoryPlan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The service grids of a pack (GOV-06).
@Component
@Order(70)
class GridsSection implements PackSection {

  private final GridStore store;

  GridsSection(GridStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "grids";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var grids = new ArrayList<PlannedGrid>();
    for (var node : section.items()) {
      grid(node).ifPresent(grids::add);
    }
    reading.keep(CommunityPlan.class, CommunityPlan.of(reading).and(grids));
    return new Part() {
      @Override
      public void check(PackReading read) {
        checkMembers(grids, CommunityPlan.of(read));
        read.kept(DirectoryPlan.class)
            .ifPresent(it -> checkNobodyForgotten(CommunityPlan.of(read), it));
      }

      @Override
      public void apply(Pack pack) {
        store.save(pack, grids);
      }
    };
  }

  private static Optional<PlannedGrid> grid(PackNode node) {
    var fields = node.fields();
    var id = fields.newId("grid");
    var consortium = fields.needRefer("consortium", "consortium");
    var name = fields.needText("name");
    var nameEn = fields.needText("name_en");
    var nameHouse = !fields.oneOf("name_source", Set.of("house")).isEmpty();
    var lead = fields.needRefer("lead", "institution");
    var members = new ArrayList<PlannedGrid.Member>();
    for (var item : fields.needItems("members")) {
      item.refer("institution").ifPresent(it -> members.add(new PlannedGrid.Member(item, it)));
    }
    var grid =
        new PlannedGrid(
            node,
            id,
            consortium,
            name,
            nameEn,
            nameHouse,
            fields.take("lead").orElse(node),
            lead,
            members,
            fields.text("scope"),
            fields.period(),
            fields.citation());
    fields.end();
    return id.isEmpty() || consortium.isEmpty() ? Optional.empty() : Optional.of(grid);
  }

  private static void checkMembers(List<PlannedGrid> grids, CommunityPlan plan) {
    Map<String, String> placed = new HashMap<>();
    for (var grid : grids) {
      var consortium = plan.consortium(grid.consortium());
      if (consortium.isPresent() && !leads(consortium.get(), grid.lead())) {
        grid.leadNode()
            .refuse(CommunityProblem.GRID_LEAD_DOES_NOT_LEAD, grid.lead(), grid.consortium());
      }
      for (var member : grid.members()) {
        var other = placed.putIfAbsent(member.institution(), grid.id());
        if (other != null) {
          member
              .where()
              .refuse(CommunityProblem.IN_TWO_GRIDS, member.institution(), other, grid.id());
        }
        if (consortium.isPresent() && !isMember(consortium.get(), member.institution())) {
          member
              .where()
              .refuse(
                  CommunityProblem.GRID_MEMBER_IS_NO_MEMBER,
                  member.institution(),
                  grid.consortium());
        }
      }
    }
  }

  /// In a consortium that has grids, every primary member is in one (GOV-06).
  private static void checkNobodyForgotten(CommunityPlan plan, DirectoryPlan directory) {
    for (var consortium : plan.consortia()) {
      var grids =
          plan.grids().stream().filter(it -> it.consortium().equals(consortium.id())).toList();
      for (var member :
          grids.isEmpty() ? List.<PlannedConsortium.Member>of() : consortium.members()) {
        var placed =
            grids.stream()
                .flatMap(it -> it.members().stream())
                .anyMatch(it -> it.institution().equals(member.institution()));
        if (!placed && ConsortiumChecks.isPrimary(directory, member.institution())) {
          member.where().refuse(CommunityProblem.IN_NO_GRID, member.institution());
        }
      }
    }
  }

  private static boolean leads(PlannedConsortium consortium, String institution) {
    return consortium.members().stream()
        .anyMatch(it -> it.institution().equals(institution) && it.role().leads());
  }

  private static boolean isMember(PlannedConsortium consortium, String institution) {
    return consortium.members().stream().anyMatch(it -> it.institution().equals(institution));
  }
}
