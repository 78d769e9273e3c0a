package org.heyi.steering.directory.siting.web;

import java.util.Map;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.PlanVersion;
import org.heyi.steering.directory.siting.SitingDrafts;
import org.heyi.steering.directory.siting.Sitings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The siting plan of an area, version by version: what is covered and what is not; and the
/// beginning and end of a draft.
@Controller
class SitingPages {

  private static final String ALL = "/area/{area}/siting";
  private static final String ONE = ALL + "/{number}";

  private final Sitings sitings;
  private final SitingDrafts drafts;
  private final SitingViews views;
  private final Once once;
  private final FieldTrial trial;

  SitingPages(
      Sitings sitings, SitingDrafts drafts, SitingViews views, Once once, FieldTrial trial) {
    this.sitings = sitings;
    this.drafts = drafts;
    this.views = views;
    this.once = once;
    this.trial = trial;
  }

  @GetMapping("/siting")
  String own(@RequestParam(required = false) @Nullable AreaId area, Staff staff) {
    return "redirect:/area/" + (area == null ? staff.area() : area) + "/siting";
  }

  /// The version in force; else the newest; else the way to a first one.
  @GetMapping(ALL)
  String current(@PathVariable AreaId area, Staff staff, Words words, Model model) {
    var versions = sitings.versions(area, staff);
    var shown =
        versions.stream()
            .filter(it -> it.state() == PlanVersion.State.IN_FORCE)
            .findFirst()
            .or(() -> versions.stream().findFirst());
    if (shown.isPresent()) {
      return show(area, shown.get().number(), staff, words, model);
    }
    model.addAttribute(
        "shown",
        new NoSitingPage(
            area,
            views.areaName(area, words),
            views.areas(staff, words),
            sitings.mayWrite(area, staff)));
    return "directory/siting/none";
  }

  @GetMapping(ONE)
  String show(
      @PathVariable AreaId area, @PathVariable int number, Staff staff, Words words, Model model) {
    return page(area, number, AdoptForm.empty(), Map.of(), staff, words, model);
  }

  private String page(
      AreaId area,
      int number,
      AdoptForm form,
      Map<String, String> errors,
      Staff staff,
      Words words,
      Model model) {
    model.addAttribute("shown", views.page(area, number, staff, words));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "directory/siting/plan";
  }

  @GetMapping(ONE + "/difference")
  String difference(
      @PathVariable AreaId area,
      @PathVariable int number,
      @RequestParam(required = false) @Nullable Integer from,
      Staff staff,
      Words words,
      Model model) {
    int other =
        from == null ? views.page(area, number, staff, words).previousNumber() : from.intValue();
    var found = sitings.difference(area, other, number, staff);
    model.addAttribute(
        "shown",
        new DifferencePage(
            views.page(found.before(), staff, words),
            views.page(found.after(), staff, words),
            found));
    return "directory/siting/difference";
  }

  @PostMapping(ALL)
  String begin(@PathVariable AreaId area, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> "/area/%s/siting/%d".formatted(area, drafts.begin(area, staff).number()));
  }

  @PostMapping(ONE + "/discard")
  String discard(@PathVariable AreaId area, @PathVariable int number, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              drafts.discard(area, number, staff);
              return "/area/" + area + "/siting";
            });
  }

  @PostMapping(ONE + "/adopt")
  String adopt(
      @PathVariable AreaId area,
      @PathVariable int number,
      @ModelAttribute AdoptForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    if (typed.day() == null) {
      var errors = Map.of("since", words.of("siting.wrong-date"));
      return page(area, number, typed, errors, staff, words, model);
    }
    var command = typed.command();
    var errors =
        trial.run(
            form,
            staff,
            () -> drafts.adopt(area, number, command, staff),
            () -> drafts.check(area, number, command, staff),
            words);
    return errors.isEmpty()
        ? "redirect:/area/%s/siting/%d".formatted(area, number)
        : page(area, number, typed, errors, staff, words, model);
  }
}
