package org.heyi.steering.community.web;

import java.util.Comparator;
import java.util.List;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumPanel;
import org.heyi.steering.directory.siting.Sitings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The consortia of an area as a tree and on one page, and each one.
@Controller
class CommunityPages {

  private final Communities communities;
  private final Policies policies;
  private final CommunityTree tree;
  private final AreaOverview overview;
  private final Sitings sitings;
  private final List<ConsortiumPanel> panels;

  CommunityPages(
      Communities communities,
      Policies policies,
      CommunityTree tree,
      AreaOverview overview,
      Sitings sitings,
      ObjectProvider<ConsortiumPanel> panels) {
    this.communities = communities;
    this.policies = policies;
    this.tree = tree;
    this.overview = overview;
    this.sitings = sitings;
    this.panels = panels.stream().sorted(Comparator.comparingInt(ConsortiumPanel::order)).toList();
  }

  @GetMapping("/area/{area}/tree")
  String tree(@PathVariable AreaId area, Words words, Model model) {
    model.addAttribute("shown", tree.tree(policies.area(area), words));
    model.addAttribute(
        "panels", panels.stream().flatMap(it -> it.of(area, words).stream()).toList());
    return "community/tree";
  }

  @GetMapping("/area/{area}/overview")
  String overview(@PathVariable AreaId area, Staff staff, Words words, Model model) {
    model.addAttribute("shown", overview.of(policies.area(area), words));
    model.addAttribute("readsSiting", sitings.mayRead(area, staff));
    return "community/overview";
  }

  @GetMapping("/consortia/{id}")
  String consortium(@PathVariable ConsortiumId id, Words words, Model model) {
    var consortium = communities.consortium(id);
    model.addAttribute(
        "shown", tree.consortium(policies.area(consortium.area()), consortium, words));
    model.addAttribute(
        "panels", panels.stream().flatMap(it -> it.of(consortium, words).stream()).toList());
    return "community/consortium";
  }
}
