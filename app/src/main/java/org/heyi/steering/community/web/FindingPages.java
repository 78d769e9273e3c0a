package org.heyi.steering.community.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.finding.Exemption;
import org.heyi.steering.community.finding.ExemptionId;
import org.heyi.steering.community.finding.Finding;
import org.heyi.steering.community.finding.Findings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One structure check: what the plan wants, what is there, and who lets it be for what reason.
@Controller
class FindingPages {

  private static final String ONE = "/area/{area}/structure-checks/{rule}/{target}";

  private final Findings findings;
  private final Policies policies;
  private final Once once;
  private final Clock clock;

  FindingPages(Findings findings, Policies policies, Once once, Clock clock) {
    this.findings = findings;
    this.policies = policies;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping(ONE)
  String show(
      @PathVariable AreaId area,
      @PathVariable String rule,
      @PathVariable String target,
      Staff staff,
      Words words,
      Model model) {
    var finding = findings.find(area, rule, target);
    return page(finding, ExemptionForm.of(finding), Map.of(), staff, words, model);
  }

  @PostMapping(ONE)
  String exempt(
      @PathVariable AreaId area,
      @PathVariable String rule,
      @PathVariable String target,
      @ModelAttribute ExemptionForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    findings.checkMayExempt(area, staff);
    var errors = typed.errors(words);
    if (errors.isEmpty()) {
      errors = tried(area, rule, target, typed, form, staff, words);
    }
    return errors.isEmpty()
        ? "redirect:/area/%s/structure-checks/%s/%s".formatted(area, rule, target)
        : page(findings.find(area, rule, target), typed, errors, staff, words, model);
  }

  /// What must be corrected at a field, or nothing when it is done.
  private Map<String, String> tried(
      AreaId area,
      String rule,
      String target,
      ExemptionForm typed,
      Pressed form,
      Staff staff,
      Words words) {
    try {
      once.run(
          form, staff, () -> findings.exempt(typed.command(area, rule, target), staff).toString());
      return Map.of();
    } catch (ProblemException refused) {
      var said = words.of(refused.problem(), refused.args().toArray());
      return switch (refused.problem().code()) {
        case "finding.no-reason" -> Map.of("reason", said);
        case "finding.last-day-passed" -> Map.of("last", said);
        default -> throw refused;
      };
    }
  }

  @PostMapping("/structure-exemptions/{id}/withdraw")
  String withdraw(@PathVariable ExemptionId id, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              var it = findings.withdraw(id, staff);
              return "/area/%s/structure-checks/%s/%s"
                  .formatted(it.area(), it.rule().code(), it.target());
            });
  }

  private String page(
      Finding finding,
      ExemptionForm form,
      Map<String, String> errors,
      Staff staff,
      Words words,
      Model model) {
    var area = finding.target().area();
    model.addAttribute(
        "shown",
        new FindingPage(
            "/area/" + area + "/tree",
            Language.name(policies.area(area), words),
            finding,
            FindingRows.row(finding, words),
            past(findings.history(finding), finding, words),
            findings.mayExempt(area, staff)));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "community/finding";
  }

  private List<FindingPage.Past> past(List<Exemption> history, Finding now, Words words) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return history.stream()
        .map(it -> {
          var live = it.state(today) == Exemption.State.LIVE;
          return new FindingPage.Past(
              it,
              FindingRows.expected(it, words),
              FindingRows.found(it, words),
              live && !it.equals(now.exemption()) ? "OUTDATED" : it.state(today).name(),
              live);
        })
        .toList();
  }
}
