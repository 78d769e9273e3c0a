package org.heyi.steering.community.web;

import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.participation.Participations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Who of an area takes part in its consortia, and who does not.
@Controller
class ParticipationPages {

  private final Participations participations;
  private final Policies policies;

  ParticipationPages(Participations participations, Policies policies) {
    this.participations = participations;
    this.policies = policies;
  }

  @GetMapping("/area/{area}/participation")
  String show(@PathVariable AreaId area, Words words, Model model) {
    model.addAttribute("area", area.value());
    model.addAttribute("areaName", Language.name(policies.area(area), words));
    model.addAttribute("shown", participations.of(area));
    return "community/participation";
  }
}
