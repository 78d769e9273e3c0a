package org.heyi.steering.community.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberRole;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.community.Shortfall;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts the area on one page: members by consortium, grid and tier, and who lacks what.
@Component
class AreaOverview {

  private final Communities communities;
  private final Institutions institutions;
  private final List<Shortfall> shortfalls;

  AreaOverview(
      Communities communities, Institutions institutions, ObjectProvider<Shortfall> shortfalls) {
    this.communities = communities;
    this.institutions = institutions;
    this.shortfalls =
        shortfalls.stream().sorted(Comparator.comparingInt(Shortfall::order)).toList();
  }

  /// What the page is made of: everybody in a consortium, each once, and who lacks what.
  private record Community(
      Map<InstitutionId, Shortfall.Member> members,
      Map<InstitutionId, List<InstitutionView>> clinics,
      Map<Shortfall, Set<InstitutionId>> lacking) {

    long lackingClinics(Set<InstitutionId> lacking) {
      return lacking.stream()
          .filter(it -> Objects.requireNonNull(members.get(it)).manager() != null)
          .count();
    }
  }

  OverviewPage of(Pack area, Words words) {
    var consortia = communities.consortia(area.area());
    var named = new LinkedHashMap<ConsortiumView, List<MemberView>>();
    consortia.forEach(it -> named.put(it, communities.members(it.id())));
    var community = community(area, named);
    return new OverviewPage(
        area,
        Language.name(area, words),
        figures(named, community, words),
        named.entrySet().stream()
            .map(it -> branch(it.getKey(), it.getValue(), community, words))
            .toList(),
        lacks(community, words));
  }

  private Community community(Pack area, Map<ConsortiumView, List<MemberView>> named) {
    var all = institutions.all(area.area());
    var byId = new HashMap<InstitutionId, InstitutionView>();
    all.forEach(it -> byId.put(it.id(), it));
    var clinics =
        all.stream()
            .filter(it -> it.managedBy() != null)
            .collect(groupingBy(AreaOverview::manager));
    var members = new LinkedHashMap<InstitutionId, Shortfall.Member>();
    named.forEach((consortium, its) -> {
      for (var member : its) {
        var view = byId.get(member.institution());
        if (view == null) {
          continue;
        }
        members.merge(
            view.id(), new Shortfall.Member(view, member.role(), null), AreaOverview::higher);
        if (consortium.includesClinics()) {
          clinics
              .getOrDefault(view.id(), List.of())
              .forEach(it ->
                  members.putIfAbsent(
                      it.id(), new Shortfall.Member(it, MemberRole.MEMBER, view.id())));
        }
      }
    });
    var lacking = new LinkedHashMap<Shortfall, Set<InstitutionId>>();
    shortfalls.forEach(it -> lacking.put(it, it.of(members.values())));
    return new Community(members, clinics, lacking);
  }

  private static InstitutionId manager(InstitutionView clinic) {
    return Objects.requireNonNull(clinic.managedBy());
  }

  /// Who leads one consortium and is a member of another is asked as a lead.
  private static Shortfall.Member higher(Shortfall.Member one, Shortfall.Member other) {
    return one.role().compareTo(other.role()) <= 0 ? one : other;
  }

  private List<OverviewPage.Figure> figures(
      Map<ConsortiumView, List<MemberView>> named, Community community, Words words) {
    var members = community.members().values();
    var clinics = members.stream().filter(it -> it.manager() != null).count();
    var grids = named.keySet().stream().mapToLong(it -> communities.grids(it.id()).size()).sum();
    return List.of(
        new OverviewPage.Figure(words.of("community.figure-consortia"), named.size()),
        new OverviewPage.Figure(words.of("community.figure-grids"), grids),
        new OverviewPage.Figure(words.of("community.figure-members"), members.size() - clinics),
        new OverviewPage.Figure(words.of("community.figure-clinics"), clinics));
  }

  private OverviewPage.Branch branch(
      ConsortiumView consortium, List<MemberView> members, Community community, Words words) {
    var blocks = new ArrayList<OverviewPage.Block>();
    for (var grid : communities.grids(consortium.id())) {
      var inside = members.stream().filter(it -> it.grid().equals(grid.id())).toList();
      blocks.add(
          new OverviewPage.Block(
              Language.name(grid, words), tiers(consortium, inside, community, words)));
    }
    var outside = members.stream().filter(it -> it.grid().isEmpty()).toList();
    if (!outside.isEmpty()) {
      var name = blocks.isEmpty() ? "" : words.of("community.outside-grids");
      blocks.add(new OverviewPage.Block(name, tiers(consortium, outside, community, words)));
    }
    return new OverviewPage.Branch(
        "/consortia/" + consortium.id(),
        Language.name(consortium, words),
        words.of("community.form." + consortium.form().code()),
        blocks);
  }

  private List<OverviewPage.Tier> tiers(
      ConsortiumView consortium, List<MemberView> members, Community community, Words words) {
    var byTier = members.stream().collect(groupingBy(AreaOverview::tier));
    var tiers = new ArrayList<OverviewPage.Tier>();
    for (var group : Group.values()) {
      var its = byTier.getOrDefault(group, List.of());
      if (!its.isEmpty()) {
        tiers.add(
            new OverviewPage.Tier(
                words.of("community.tier." + group),
                its.stream().map(it -> place(consortium, it, community, words)).toList()));
      }
    }
    return tiers;
  }

  private static Group tier(MemberView member) {
    return InstitutionKind.find(member.kind()).orElseThrow().group();
  }

  private OverviewPage.Place place(
      ConsortiumView consortium, MemberView member, Community community, Words words) {
    var clinics =
        consortium.includesClinics()
            ? community.clinics().getOrDefault(member.institution(), List.<InstitutionView>of())
            : List.<InstitutionView>of();
    var lacking = community.lacking();
    var lacks =
        shortfalls.stream()
            .filter(it -> Objects.requireNonNull(lacking.get(it)).contains(member.institution()))
            .map(it -> words.of(it.label()))
            .toList();
    var clinicsLacking =
        clinics.stream()
            .filter(it -> lacking.values().stream().anyMatch(them -> them.contains(it.id())))
            .count();
    return new OverviewPage.Place(
        "/institutions/" + member.institution(),
        member.name(),
        words.of("community.role." + member.role().code()),
        member.role() == MemberRole.LEAD || member.role() == MemberRole.JOINT_LEAD,
        clinics.size(),
        lacks,
        Math.toIntExact(clinicsLacking));
  }

  private static List<OverviewPage.Lack> lacks(Community community, Words words) {
    return community.lacking().entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .map(it ->
            new OverviewPage.Lack(
                words.of(it.getKey().label()),
                words.of(it.getKey().label() + "-hint"),
                named(community, it.getValue()),
                community.lackingClinics(it.getValue())))
        .toList();
  }

  private static List<OverviewPage.Who> named(Community community, Set<InstitutionId> lacking) {
    return community.members().values().stream()
        .filter(it -> it.manager() == null && lacking.contains(it.id()))
        .map(it -> new OverviewPage.Who("/institutions/" + it.id(), it.institution().name()))
        .collect(Collectors.toList());
  }
}
