package org.heyi.steering.directory.web;

import java.util.Comparator;
import java.util.List;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.Institutions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One institution: everything known of it, each fact with its clause.
@Controller
class InstitutionPages {

  private final Institutions institutions;
  private final Policies policies;
  private final List<InstitutionPanel> panels;

  InstitutionPages(
      Institutions institutions, Policies policies, ObjectProvider<InstitutionPanel> panels) {
    this.institutions = institutions;
    this.policies = policies;
    this.panels = panels.stream().sorted(Comparator.comparingInt(InstitutionPanel::order)).toList();
  }

  @GetMapping("/institutions/{id}")
  String show(@PathVariable InstitutionId id, Words words, Model model) {
    var facts = institutions.facts(id);
    var area = policies.area(facts.view().area());
    var merged = facts.mergedInto();
    model.addAttribute(
        "shown",
        new InstitutionPage(
            area,
            AreaPages.name(area, words),
            facts,
            words.of("directory.kind." + facts.view().kind()),
            merged == null ? null : institutions.find(merged).orElse(null),
            panels.stream().flatMap(it -> it.of(id, words).stream()).toList(),
            institutions.managedBy(id),
            institutions.departments(id),
            institutions.practitioners(id, null)));
    return "directory/institution";
  }
}
