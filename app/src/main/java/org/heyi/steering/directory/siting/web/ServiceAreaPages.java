package org.heyi.steering.directory.siting.web;

import java.util.List;
import java.util.Map;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.ServedBy;
import org.heyi.steering.directory.siting.Settlement;
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
import org.springframework.web.bind.annotation.RequestParam;

/// Service areas of a version: which settlement is served by whom; divided and mended in a draft.
@Controller
@RequestMapping("/area/{area}/siting/{number}")
class ServiceAreaPages {

  private static final String AREAS = "/areas";
  private static final String ONE = "/settlements/{code}";
  private static final String SITE = "site:";

  private final Sitings sitings;
  private final SitingDrafts drafts;
  private final SitingViews views;
  private final Once once;
  private final FieldTrial trial;

  ServiceAreaPages(
      Sitings sitings, SitingDrafts drafts, SitingViews views, Once once, FieldTrial trial) {
    this.sitings = sitings;
    this.drafts = drafts;
    this.views = views;
    this.once = once;
    this.trial = trial;
  }

  @GetMapping(AREAS)
  String list(
      @PathVariable AreaId area,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String town,
      @RequestParam(defaultValue = "false") boolean uncovered,
      Staff staff,
      Words words,
      Model model) {
    var all = views.page(area, number, staff, words);
    model.addAttribute("shown", new AreasPage(all, town, uncovered, SitingViews.towns(all.plan())));
    return "directory/siting/areas";
  }

  /// @param to `site:` and its code, or by whom else
  @PostMapping(AREAS)
  String assign(
      @PathVariable AreaId area,
      @PathVariable int number,
      @RequestParam(required = false) @Nullable List<String> settlement,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String back,
      Pressed form,
      Staff staff) {
    var site = to.startsWith(SITE) ? to.substring(SITE.length()) : null;
    var served =
        site != null
            ? ServedBy.SITE
            : Typed.find(ServedBy.values(), ServedBy::code, to)
                .orElseThrow(SitingProblem.WHICH_SITE::with);
    once.run(
        form,
        staff,
        () -> {
          drafts.assign(
              area, number, settlement == null ? List.of() : settlement, served, site, staff);
          return "";
        });
    return "redirect:/area/%s/siting/%d/areas%s".formatted(area, number, only(back));
  }

  /// Back to the list that was shown.
  private static String only(String back) {
    return back.equals("uncovered") ? "?uncovered=true" : "";
  }

  @GetMapping("/new-settlement")
  String blank(
      @PathVariable AreaId area, @PathVariable int number, Staff staff, Words words, Model model) {
    sitings.checkMayWrite(area, staff);
    var all = views.page(area, number, staff, words);
    return page(all, null, SettlementForm.empty(), Map.of(), model);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      Staff staff,
      Words words,
      Model model) {
    var all = views.page(area, number, staff, words);
    var it = settlement(all, code);
    return page(all, it, SettlementForm.of(it), Map.of(), model);
  }

  @PostMapping("/settlements")
  String enter(
      @PathVariable AreaId area,
      @PathVariable int number,
      @ModelAttribute SettlementForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    sitings.checkMayWrite(area, staff);
    var errors = typed.errors(words);
    if (errors.isEmpty()) {
      var command = typed.command(Typed.text(typed.code()));
      errors =
          trial.run(
              form,
              staff,
              () -> drafts.enter(area, number, command, staff),
              () -> drafts.check(area, number, command, true, staff),
              words);
    }
    return errors.isEmpty()
        ? redirect(area, number)
        : page(views.page(area, number, staff, words), null, typed, errors, model);
  }

  @PostMapping(ONE)
  String change(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      @ModelAttribute SettlementForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    sitings.checkMayWrite(area, staff);
    var all = views.page(area, number, staff, words);
    var it = settlement(all, code);
    var errors = typed.errors(words);
    if (errors.isEmpty()) {
      var command = typed.command(code);
      errors =
          trial.run(
              form,
              staff,
              () -> drafts.change(area, number, command, staff),
              () -> drafts.check(area, number, command, false, staff),
              words);
    }
    return errors.isEmpty() ? redirect(area, number) : page(all, it, typed, errors, model);
  }

  @PostMapping(ONE + "/remove")
  String remove(
      @PathVariable AreaId area,
      @PathVariable int number,
      @PathVariable String code,
      Pressed form,
      Staff staff) {
    once.run(
        form,
        staff,
        () -> {
          drafts.removeSettlement(area, number, code, staff);
          return "";
        });
    return redirect(area, number);
  }

  private String page(
      SitingPage all,
      @Nullable Settlement settlement,
      SettlementForm form,
      Map<String, String> errors,
      Model model) {
    model.addAttribute(
        "shown",
        new AreasPage.One(
            all, settlement, views.centres(all.area()), SitingViews.towns(all.plan())));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "directory/siting/settlement";
  }

  private static Settlement settlement(SitingPage all, String code) {
    return all.plan().settlement(code).orElseThrow(() -> SitingProblem.NO_SETTLEMENT.with(code));
  }

  private static String redirect(AreaId area, int number) {
    return "redirect:/area/%s/siting/%d/areas".formatted(area, number);
  }
}
