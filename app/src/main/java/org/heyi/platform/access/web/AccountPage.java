package org.heyi.platform.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
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

  private final Accounts accounts;
  private final Once once;
  private final Clock clock;

  AccountPage(Accounts accounts, Once once, Clock clock) {
    this.accounts = accounts;
    this.once = once;
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
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    var errors = typed.errors(words);
    if (!errors.isEmpty()) {
      return page(id, typed, errors, staff, model);
    }
    try {
      return press(id, form, () -> accounts.give(id, typed.command(), staff), staff);
    } catch (ProblemException refused) {
      if (!refused.problem().code().matches("access\\.(roles-|post-already|system-|unknown-).*")) {
        throw refused;
      }
      return page(id, typed, Map.of("role", Refusal.said(refused, words)), staff, model);
    }
  }

  @PostMapping("/lock")
  String lock(@PathVariable AccountId id, @RequestParam int version, Pressed form, Staff staff) {
    return press(id, form, () -> accounts.lock(id, version, staff), staff);
  }

  @PostMapping("/unlock")
  String unlock(@PathVariable AccountId id, @RequestParam int version, Pressed form, Staff staff) {
    return press(id, form, () -> accounts.unlock(id, version, staff), staff);
  }

  @PostMapping("/second-factor")
  String resetSecondFactor(
      @PathVariable AccountId id, @RequestParam int version, Pressed form, Staff staff) {
    return press(id, form, () -> accounts.resetSecondFactor(id, version, staff), staff);
  }

  /// The answer shows the one-time password, so it is no redirect: nothing keeps it.
  @PostMapping("/password")
  String password(
      @PathVariable AccountId id,
      @RequestParam int version,
      Pressed form,
      Staff staff,
      Model model) {
    press(id, form, () -> accounts.resetPassword(id, version, form.key(), staff), staff);
    model.addAttribute("password", accounts.oneTimePassword(id, form.key(), staff).orElse(""));
    model.addAttribute("account", accounts.view(id, staff));
    return "access/one-time-password";
  }

  private String press(AccountId id, Pressed form, Runnable command, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              command.run();
              return "/accounts/" + id;
            });
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
