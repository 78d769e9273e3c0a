package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.deputy.DeputyId;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Deputies: one's own, those of an account, and all within an administrator's reach.
@Controller
class DeputyPages {

  private static final String OWN = "/account/deputies";
  private static final String ALL = "/deputies";

  private final Deputyships deputyships;
  private final Accounts accounts;
  private final Once once;
  private final Clock clock;

  DeputyPages(Deputyships deputyships, Accounts accounts, Once once, Clock clock) {
    this.deputyships = deputyships;
    this.accounts = accounts;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping(OWN)
  String own(Staff staff, Model model) {
    return own(DeputyForm.empty(today()), Map.of(), staff, model);
  }

  @PostMapping(OWN)
  String nameOwn(
      @ModelAttribute DeputyForm typed, Pressed form, Staff staff, Words words, Model model) {
    var errors = tried(typed, staff.account(), form, OWN, staff, words);
    return errors.isEmpty() ? "redirect:" + OWN : own(typed, errors, staff, model);
  }

  @PostMapping(OWN + "/{id}/end")
  String endOwn(@PathVariable DeputyId id, Pressed form, Staff staff) {
    return end(id, OWN, form, staff);
  }

  private String own(DeputyForm typed, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("deputyships", deputyships.own(staff));
    model.addAttribute("candidates", Map.of(staff.institution(), deputyships.candidates(staff)));
    model.addAttribute("places", Map.of());
    return page(typed, errors, model, "access/own-deputies");
  }

  @GetMapping("/accounts/{id}/deputies")
  String of(@PathVariable AccountId id, Staff staff, Model model) {
    return of(id, DeputyForm.empty(today()), Map.of(), staff, model);
  }

  @PostMapping("/accounts/{id}/deputies")
  String name(
      @PathVariable AccountId id,
      @ModelAttribute DeputyForm typed,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    accounts.placesForNew(staff);
    accounts.view(id, staff);
    var path = "/accounts/" + id + "/deputies";
    var errors = tried(typed, id, form, path, staff, words);
    return errors.isEmpty() ? "redirect:" + path : of(id, typed, errors, staff, model);
  }

  private String of(
      AccountId account, DeputyForm typed, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("places", accounts.placesForNew(staff));
    model.addAttribute("account", accounts.view(account, staff));
    model.addAttribute("deputyships", deputyships.of(account, staff));
    model.addAttribute("candidates", deputyships.candidates(account, staff));
    return page(typed, errors, model, "access/account-deputies");
  }

  private static String page(
      DeputyForm typed, Map<String, String> errors, Model model, String template) {
    model.addAttribute("form", typed);
    model.addAttribute("errors", errors);
    return template;
  }

  @GetMapping(ALL)
  String all(@RequestParam @Nullable String all, PageQuery page, Staff staff, Model model) {
    var past = !text(all).isEmpty();
    var filters = new LinkedHashMap<String, String>();
    filters.put("all", text(all));
    model.addAttribute("deputyships", deputyships.list(past, page, staff));
    model.addAttribute("all", past);
    model.addAttribute("links", new ListLinks(ALL, filters, page));
    return "access/deputies";
  }

  @PostMapping(ALL + "/{id}/end")
  String end(@PathVariable DeputyId id, Pressed form, Staff staff) {
    accounts.placesForNew(staff);
    return end(id, ALL, form, staff);
  }

  private String end(DeputyId id, String back, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              deputyships.end(id, staff);
              return back;
            });
  }

  /// What must be corrected, or nothing when it is done. What one may not do or know is no fault of
  /// the form.
  private Map<String, String> tried(
      DeputyForm typed, AccountId absent, Pressed form, String path, Staff staff, Words words) {
    var errors = typed.errors(words);
    if (!errors.isEmpty()) {
      return errors;
    }
    try {
      once.run(
          form,
          staff,
          () -> {
            deputyships.name(typed.command(absent), staff);
            return path;
          });
      return Map.of();
    } catch (ProblemException refused) {
      var kind = refused.problem().kind();
      if (kind == Problem.Kind.FORBIDDEN || kind == Problem.Kind.UNKNOWN) {
        throw refused;
      }
      var field = refused.problem().code().equals("deputy.period-not-possible") ? "last" : "deputy";
      return Map.of(field, Refusal.said(refused, words));
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
