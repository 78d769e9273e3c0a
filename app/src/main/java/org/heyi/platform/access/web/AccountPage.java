package org.heyi.platform.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One account and what the administrator may do with it.
@Controller
@RequestMapping("/accounts/{id}")
class AccountPage {

  private static final String BACK = "redirect:/accounts/";

  private final Accounts accounts;
  private final Clock clock;

  AccountPage(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable AccountId id, Staff staff, Model model) {
    return page(id, PostForm.empty(today()), Map.of(), staff, model);
  }

  @PostMapping("/posts")
  String give(
      @PathVariable AccountId id,
      @ModelAttribute PostForm typed,
      Staff staff,
      Words words,
      Model model) {
    var errors = typed.errors(words);
    if (!errors.isEmpty()) {
      return page(id, typed, errors, staff, model);
    }
    try {
      accounts.give(id, typed.command(), staff);
      return BACK + id;
    } catch (ProblemException refused) {
      if (!refused.problem().code().matches("access\\.(roles-|post-already|unknown-).*")) {
        throw refused;
      }
      return page(id, typed, Map.of("role", Refusal.said(refused, words)), staff, model);
    }
  }

  /// Without a date: today.
  @PostMapping("/posts/{post}/end")
  String end(
      @PathVariable AccountId id,
      @PathVariable PostId post,
      @RequestParam @Nullable String until,
      Staff staff) {
    var day = Typed.date(until);
    accounts.end(id, post, day == null ? today() : day, staff);
    return BACK + id;
  }

  @PostMapping("/close")
  String close(@PathVariable AccountId id, @RequestParam int version, Staff staff) {
    accounts.close(id, version, staff);
    return BACK + id;
  }

  @PostMapping("/lock")
  String lock(@PathVariable AccountId id, @RequestParam int version, Staff staff) {
    accounts.lock(id, version, staff);
    return BACK + id;
  }

  @PostMapping("/unlock")
  String unlock(@PathVariable AccountId id, @RequestParam int version, Staff staff) {
    accounts.unlock(id, version, staff);
    return BACK + id;
  }

  /// The answer shows the one-time password, so it is no redirect: nothing keeps it.
  @PostMapping("/password")
  String password(@PathVariable AccountId id, @RequestParam int version, Staff staff, Model model) {
    model.addAttribute("password", accounts.resetPassword(id, version, staff));
    model.addAttribute("account", accounts.view(id, staff));
    return "access/one-time-password";
  }

  private String page(
      AccountId id, PostForm typed, Map<String, String> errors, Staff staff, Model model) {
    var account = accounts.view(id, staff);
    model.addAttribute("account", account);
    model.addAttribute("form", typed);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "institutions",
        account.actions().contains(AccountAction.GIVE_POST)
            ? accounts.placesForNew(staff)
            : Map.of());
    return "access/account";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
