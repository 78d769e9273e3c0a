package org.heyi.platform.policy.web;

import java.util.List;
import java.util.Locale;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.PageEntry;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the plans say, for everybody who is signed in.
@Controller
@RequestMapping("/policy")
class PolicyPages {

  private static final List<String> SHOWS = List.of("all", "plan", "house", "silent");

  private final Policies policies;
  private final PolicyRows rows;

  PolicyPages(Policies policies, PolicyRows rows) {
    this.policies = policies;
    this.rows = rows;
  }

  @Bean
  static MenuEntry policyMenu() {
    return MenuEntry.of("/policy", "policy.menu", 420, _ -> true);
  }

  @Bean
  static PageEntry comparisonPage() {
    return PageEntry.of("/policy-comparison", "policy.comparison", _ -> true);
  }

  @GetMapping
  String own(@RequestParam(required = false) @Nullable AreaId area, Staff staff) {
    return "redirect:/policy/" + (area == null ? staff.area() : area);
  }

  @GetMapping("/{area}")
  String list(
      @PathVariable AreaId area,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "all") String show,
      Words words,
      Model model) {
    var chosen = policies.area(area);
    var all = policies.parameters(area).stream().map(it -> rows.row(it, false, words)).toList();
    var wanted = SHOWS.contains(show) ? show : "all";
    model.addAttribute(
        "shown",
        new PolicyPage(
            chosen,
            name(chosen, words),
            choices(area, words),
            q,
            wanted,
            all.stream().filter(it -> isShown(it, wanted) && says(it, q)).toList()));
    return "policy/list";
  }

  @GetMapping("/{area}/{number}")
  String show(@PathVariable AreaId area, @PathVariable String number, Words words, Model model) {
    var chosen = policies.area(area);
    var found = policies.parameter(area, number);
    model.addAttribute(
        "shown",
        new PolicyPage(
            chosen,
            name(chosen, words),
            List.of(),
            "",
            "all",
            found.stream().map(it -> rows.row(it, true, words)).toList()));
    return "policy/show";
  }

  private List<PolicyPage.Choice> choices(AreaId chosen, Words words) {
    return policies.areas().stream()
        .map(it ->
            new PolicyPage.Choice(it.area().value(), name(it, words), it.area().equals(chosen)))
        .toList();
  }

  private static String name(Pack pack, Words words) {
    return PolicyRows.isEnglish(words) ? pack.nameEn() : pack.name();
  }

  private static boolean isShown(PolicyPage.Row row, String show) {
    return switch (show) {
      case "plan" -> !row.silent() && !row.house();
      case "house" -> row.house() || row.values().stream().anyMatch(PolicyPage.Value::house);
      case "silent" -> row.silent();
      default -> true;
    };
  }

  private static boolean says(PolicyPage.Row row, String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    var all = new StringBuilder(row.number()).append(row.title()).append(row.whose());
    all.append(row.says()).append(row.clause());
    row.values()
        .forEach(
            it -> all.append(it.label()).append(it.key()).append(it.text()).append(it.clause()));
    return all.toString().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
