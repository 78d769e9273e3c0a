package org.heyi.steering.directory.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionQuery;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The institutions of an area as a table. The tree is the community's page.
@Controller
@RequestMapping("/area")
class AreaPages {

  private final Institutions institutions;
  private final Policies policies;

  AreaPages(Institutions institutions, Policies policies) {
    this.institutions = institutions;
    this.policies = policies;
  }

  @GetMapping
  String own(@RequestParam(required = false) @Nullable AreaId area, Staff staff) {
    return "redirect:/area/" + (area == null ? staff.area() : area);
  }

  @GetMapping("/{area}")
  String list(
      @PathVariable AreaId area,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "false") boolean clinics,
      PageQuery page,
      Words words,
      Model model) {
    var chosen = policies.area(area);
    var query = new InstitutionQuery(area, q, kind, clinics || !q.isBlank() || !kind.isEmpty());
    var found = institutions.list(query, page);
    var filters = new HashMap<String, String>();
    filters.put("q", q);
    filters.put("kind", kind);
    filters.put("clinics", clinics ? "true" : "");
    model.addAttribute(
        "shown",
        new AreaPage(
            chosen,
            name(chosen, words),
            areas(area, words),
            new InstitutionQuery(area, q, kind, clinics),
            kinds(kind, words),
            new Page<>(rows(found.rows(), words), found.total(), page),
            new ListLinks("/area/" + area, filters, page)));
    return "directory/area";
  }

  private List<AreaPage.Row> rows(List<InstitutionView> found, Words words) {
    var managers =
        institutions.names(
            found.stream()
                .map(InstitutionView::managedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var rows = new ArrayList<AreaPage.Row>();
    for (var it : found) {
      var manager = it.managedBy();
      rows.add(
          new AreaPage.Row(
              "/institutions/" + it.id(),
              it.name(),
              words.of("directory.kind." + it.kind()),
              it.level().isEmpty() ? "" : words.of("directory.level." + it.level()),
              manager == null ? "" : managers.getOrDefault(manager, manager.value()),
              manager == null ? "" : "/institutions/" + manager,
              it.generated()));
    }
    return rows;
  }

  private List<AreaPage.Choice> areas(AreaId chosen, Words words) {
    return policies.areas().stream()
        .map(
            it -> new AreaPage.Choice(it.area().value(), name(it, words), it.area().equals(chosen)))
        .toList();
  }

  private static List<AreaPage.Choice> kinds(String chosen, Words words) {
    return InstitutionKind.codes().stream()
        .map(it -> new AreaPage.Choice(it, words.of("directory.kind." + it), it.equals(chosen)))
        .toList();
  }

  static String name(Pack area, Words words) {
    var english = words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return english ? area.nameEn() : area.name();
  }
}
