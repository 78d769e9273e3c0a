package org.heyi.steering.community.web;

import java.util.ArrayList;
import java.util.Arrays;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.tie.TieKind;
import org.heyi.steering.community.tie.Ties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The registry of an area's cooperation, inside its consortia and outside.
@Controller
class TiePages {

  private final Ties ties;
  private final Policies policies;

  TiePages(Ties ties, Policies policies) {
    this.ties = ties;
    this.policies = policies;
  }

  @GetMapping("/area/{area}/cooperation")
  String show(@PathVariable AreaId area, Words words, Model model) {
    var all = ties.of(area);
    var counts = ties.counts(area);
    var groups = new ArrayList<TieGroup>();
    Arrays.stream(TieKind.values())
        .filter(counts::containsKey)
        .forEach(kind ->
            groups.add(
                new TieGroup(
                    words.of(
                        "community.tie-count",
                        words.of("community.tie." + kind.code()),
                        counts.getOrDefault(kind, 0L)),
                    TieRow.of(all.stream().filter(it -> it.kind() == kind).toList(), words))));
    var outside = all.stream().filter(it -> !it.counts()).toList();
    if (!outside.isEmpty()) {
      groups.add(new TieGroup(words.of("community.tie-outside"), TieRow.of(outside, words)));
    }
    model.addAttribute("area", area.value());
    model.addAttribute("areaName", Language.name(policies.area(area), words));
    model.addAttribute("groups", groups);
    return "community/cooperation";
  }
}
