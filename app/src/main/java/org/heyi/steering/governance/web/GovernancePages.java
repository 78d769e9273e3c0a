package org.heyi.steering.governance.web;

import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How an area is governed, and each of its consortia.
@Controller
class GovernancePages {

  private final Communities communities;
  private final Policies policies;
  private final GovernanceWords governance;

  GovernancePages(Communities communities, Policies policies, GovernanceWords governance) {
    this.communities = communities;
    this.policies = policies;
    this.governance = governance;
  }

  @GetMapping("/area/{area}/governance")
  String area(@PathVariable AreaId area, Words words, Model model) {
    model.addAttribute("shown", governance.area(policies.area(area), words));
    return "governance/page";
  }

  @GetMapping("/consortia/{id}/governance")
  String consortium(@PathVariable ConsortiumId id, Words words, Model model) {
    var consortium = communities.consortium(id);
    var area = policies.area(consortium.area());
    model.addAttribute("shown", governance.consortium(area, consortium, words));
    return "governance/page";
  }
}
