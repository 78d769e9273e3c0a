package org.heyi.steering.community.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.FormulaCheck;
import org.heyi.steering.community.GridView;
import org.heyi.steering.community.MemberRole;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Puts the consortia of an area together for reading.
@Component
class CommunityTree {

  private final Communities communities;
  private final Institutions institutions;
  private final FindingRows findings;

  CommunityTree(Communities communities, Institutions institutions, FindingRows findings) {
    this.communities = communities;
    this.institutions = institutions;
    this.findings = findings;
  }

  TreePage tree(Pack area, Words words) {
    var all = institutions.all(area.area());
    var clinics = clinics(all);
    var branches = new ArrayList<TreePage.Branch>();
    Set<InstitutionId> placed = new HashSet<>();
    for (var consortium : communities.consortia(area.area())) {
      var members = communities.members(consortium.id());
      members.forEach(it -> placed.add(it.institution()));
      branches.add(branch(consortium, members, clinics, words));
    }
    var others =
        all.stream().filter(it -> it.managedBy() == null && !placed.contains(it.id())).toList();
    return new TreePage(
        area,
        Language.name(area, words),
        communities.checks(area.area()),
        findings.of(area.area(), words),
        branches,
        others);
  }

  private TreePage.Branch branch(
      ConsortiumView consortium,
      List<MemberView> members,
      Map<InstitutionId, List<InstitutionView>> clinics,
      Words words) {
    return new TreePage.Branch(
        "/consortia/" + consortium.id(),
        Language.name(consortium, words),
        consortium.tradeName(),
        words.of("community.form." + consortium.form().code()),
        consortium.formula(),
        communities.checks(consortium).stream().allMatch(FormulaCheck::holds),
        byGrid(consortium, members, clinics, words));
  }

  private List<TreePage.Group> byGrid(
      ConsortiumView consortium,
      List<MemberView> members,
      Map<InstitutionId, List<InstitutionView>> clinics,
      Words words) {
    var groups = new ArrayList<TreePage.Group>();
    for (var grid : communities.grids(consortium.id())) {
      var inside = members.stream().filter(it -> it.grid().equals(grid.id())).toList();
      groups.add(new TreePage.Group(Language.name(grid, words), twigs(inside, clinics, words)));
    }
    var outside = members.stream().filter(it -> it.grid().isEmpty()).toList();
    if (!outside.isEmpty()) {
      var name = groups.isEmpty() ? "community.members" : "community.outside-grids";
      groups.add(new TreePage.Group(words.of(name), twigs(outside, clinics, words)));
    }
    return groups;
  }

  ConsortiumPage consortium(Pack area, ConsortiumView consortium, Words words) {
    var clinics = clinics(institutions.all(area.area()));
    var members = communities.members(consortium.id());
    var parent = consortium.parent();
    return new ConsortiumPage(
        area,
        Language.name(area, words),
        consortium,
        Language.name(consortium, words),
        parent == null ? null : communities.consortium(parent),
        communities.checks(consortium),
        findings.of(consortium, words),
        byRole(members, clinics, words),
        communities.grids(consortium.id()).stream()
            .map(it -> grid(it, members, clinics, words))
            .toList());
  }

  private static List<TreePage.Group> byRole(
      List<MemberView> members, Map<InstitutionId, List<InstitutionView>> clinics, Words words) {
    return Arrays.stream(MemberRole.values())
        .map(role ->
            new TreePage.Group(
                words.of("community.role." + role.code()),
                twigs(members.stream().filter(it -> it.role() == role).toList(), clinics, words)))
        .filter(it -> !it.members().isEmpty())
        .toList();
  }

  private ConsortiumPage.Grid grid(
      GridView grid,
      List<MemberView> members,
      Map<InstitutionId, List<InstitutionView>> clinics,
      Words words) {
    var inside =
        members.stream()
            .filter(it -> it.grid().equals(grid.id()) && !it.institution().equals(grid.lead()))
            .toList();
    var lead = institutions.find(grid.lead()).map(InstitutionView::name).orElse("");
    return new ConsortiumPage.Grid(
        Language.name(grid, words),
        grid.nameHouse(),
        "/institutions/" + grid.lead(),
        lead,
        grid.scope(),
        grid.clause(),
        twigs(inside, clinics, words));
  }

  private static List<TreePage.Twig> twigs(
      List<MemberView> members, Map<InstitutionId, List<InstitutionView>> clinics, Words words) {
    return members.stream()
        .map(it ->
            new TreePage.Twig(
                "/institutions/" + it.institution(),
                it.name(),
                words.of("directory.kind." + it.kind()),
                words.of("community.role." + it.role().code()),
                clinics.getOrDefault(it.institution(), List.of())))
        .toList();
  }

  private static Map<InstitutionId, List<InstitutionView>> clinics(List<InstitutionView> all) {
    return all.stream()
        .filter(it -> it.managedBy() != null)
        .collect(groupingBy(it -> java.util.Objects.requireNonNull(it.managedBy())));
  }
}
