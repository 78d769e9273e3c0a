package org.heyi.steering.directory.siting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SiteMoves;
import org.heyi.steering.directory.siting.SitingDrafts;
import org.heyi.steering.directory.siting.SitingProblem;
import org.heyi.steering.directory.siting.Sitings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// One site of a version: entered and changed in a draft, moved from state to state.
@Controller
@RequestMapping("/area/{area}/siting/{number}")
class SitePages {

  private static final String ONE = "/sites/{code}";

  private final Sitings sitings;
  private final SitingDrafts drafts;
  private final SiteMoves moves;
  private final SitingViews views;
  private final Once once;
  private final FieldTrial trial;

  SitePages(
      Sitings sitings,
      SitingDrafts drafts,
      SiteMoves moves,
      SitingViews views,
      Once once,
      FieldTrial trial) {
    this.sitings = sitings;
    this.drafts = drafts;
    this.moves = moves;
    this.views = views;
    this.once = once;
    this.trial = trial;
  }

  /// What a site's page shows beside the site itself.
  private record Filled(SiteForm form, MoveForm move, Map<String, String> errors) {}

  @GetMapping(ONE)
  String show(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      Staff staff,
      Words words,
      Model model) {
    var all = views.page(area, number, staff, words);
    var site = site(all, code);
    return page(all, site, new Filled(SiteForm.of(site), MoveForm.empty(), Map.of()), staff, model);
  }

  @GetMapping("/new-site")
  String blank(
      @PathVariable AreaId area, @PathVariable int number, Staff staff, Words words, Model model) {
    sitings.checkMayWrite(area, staff);
    var all = views.page(area, number, staff, words);
    return page(all, null, new Filled(SiteForm.empty(), MoveForm.empty(), Map.of()), staff, model);
  }

  @PostMapping("/sites")
  String enter(
      @PathVariable AreaId area,
      @PathVariable int number,
      @ModelAttribute SiteForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    sitings.checkMayWrite(area, staff);
    var errors = typed.errors(words);
    if (errors.isEmpty()) {
      var command = typed.command(Typed.text(typed.code()), typed.typedState());
      errors =
          trial.run(
              form,
              staff,
              () -> drafts.enter(area, number, command, staff),
              () -> drafts.check(area, number, command, true, staff),
              words);
    }
    if (errors.isEmpty()) {
      return redirect(area, number, Typed.text(typed.code()));
    }
    var all = views.page(area, number, staff, words);
    return page(all, null, new Filled(typed, MoveForm.empty(), errors), staff, model);
  }

  @PostMapping(ONE)
  String change(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      @ModelAttribute SiteForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    sitings.checkMayWrite(area, staff);
    var all = views.page(area, number, staff, words);
    var site = site(all, code);
    var errors = typed.errors(words);
    if (errors.isEmpty()) {
      var command = typed.command(code, typed.typedState());
      errors =
          trial.run(
              form,
              staff,
              () -> drafts.change(area, number, command, typed.typedRevision(), staff),
              () -> drafts.check(area, number, command, false, staff),
              words);
    }
    return errors.isEmpty()
        ? redirect(area, number, code)
        : page(all, site, new Filled(typed, MoveForm.empty(), errors), staff, model);
  }

  @PostMapping(ONE + "/state")
  String move(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      @ModelAttribute MoveForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    sitings.checkMayWrite(area, staff);
    var all = views.page(area, number, staff, words);
    var site = site(all, code);
    Map<String, String> errors = typed.errors(words);
    if (errors.isEmpty()) {
      var command = typed.command(code);
      var found =
          trial.run(
              form,
              staff,
              () -> moves.move(area, number, command, staff),
              () -> moves.check(area, number, command, staff),
              words);
      errors = new LinkedHashMap<>();
      for (var it : found.entrySet()) {
        errors.putIfAbsent(MoveForm.field(it.getKey()), it.getValue());
      }
    }
    return errors.isEmpty()
        ? redirect(area, number, code)
        : page(all, site, new Filled(SiteForm.of(site), typed, errors), staff, model);
  }

  @PostMapping(ONE + "/remove")
  String remove(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      Pressed form,
      Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              drafts.removeSite(area, number, code, staff);
              return "/area/%s/siting/%d".formatted(area, number);
            });
  }

  private String page(
      SitingPage all, @Nullable Site site, Filled filled, Staff staff, Model model) {
    var number = all.plan().version().number();
    model.addAttribute(
        "shown",
        new SitePage(
            all,
            site,
            site == null ? List.of() : sitings.history(all.area(), number, site.code(), staff),
            views.centres(all.area()),
            views.clinics(all.area()),
            SitingViews.towns(all.plan())));
    model.addAttribute("form", filled.form());
    model.addAttribute("move", filled.move());
    model.addAttribute("errors", filled.errors());
    return "directory/siting/site";
  }

  private static Site site(SitingPage all, String code) {
    return all.plan().site(code).orElseThrow(() -> SitingProblem.NO_SITE.with(code));
  }

  private static String redirect(AreaId area, int number, String code) {
    return "redirect:/area/%s/siting/%d/sites/%s".formatted(area, number, code);
  }
}
