package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.access.AccountQuery;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of accounts and the opening of new ones.
@Controller
class AccountPages {

  private final Accounts accounts;
  private final Roles roles;
  private final Exports exports;
  private final Once once;
  private final Clock clock;

  AccountPages(Accounts accounts, Roles roles, Exports exports, Once once, Clock clock) {
    this.accounts = accounts;
    this.roles = roles;
    this.exports = exports;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping("/accounts")
  String list(
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String role,
      @RequestParam @Nullable String institution,
      @RequestParam @Nullable String state,
      PageQuery page,
      Staff staff,
      Model model) {
    var query = new AccountQuery(text(q), text(role), text(institution), text(state));
    var filters = filters(query);
    model.addAttribute("accounts", accounts.list(query, page, staff));
    model.addAttribute("institutions", accounts.institutions(staff));
    model.addAttribute("roles", roles.all().stream().map(Role::code).toList());
    model.addAttribute("filters", filters);
    model.addAttribute("mayOpen", staff.may(AccessDuty.MANAGE_ACCOUNTS));
    model.addAttribute("links", new ListLinks("/accounts", filters, page));
    model.addAttribute("exports", ExportLinks.of("/accounts/export", filters, page));
    return "access/accounts";
  }

  @GetMapping("/accounts/export")
  ResponseEntity<byte[]> export(
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String role,
      @RequestParam @Nullable String institution,
      @RequestParam @Nullable String state,
      @RequestParam(defaultValue = "") String format,
      PageQuery order,
      Staff staff,
      Words words) {
    var query = new AccountQuery(text(q), text(role), text(institution), text(state));
    var found = accounts.all(query, order, exports.most() + 1, staff);
    return exports
        .export(AccountsExport.of(found, words), ListFormat.asked(format), words, staff)
        .response();
  }

  private static Map<String, String> filters(AccountQuery query) {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", query.text());
    filters.put("role", query.role());
    filters.put("institution", query.institution());
    filters.put("state", query.state());
    return filters;
  }

  @GetMapping("/accounts/new")
  String form(Staff staff, Model model) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return form(AccountForm.empty(today), Map.of(), staff, model);
  }

  /// The answer shows the one-time password, so it is no redirect: nothing keeps it. Pressed again
  /// it shows the same one, as long as that still opens the account.
  @PostMapping("/accounts")
  String open(
      @ModelAttribute AccountForm typed, Pressed form, Staff staff, Words words, Model model) {
    accounts.placesForNew(staff);
    var errors = typed.errors(words);
    if (!errors.isEmpty()) {
      return form(typed, errors, staff, model);
    }
    try {
      var key = form.key();
      var id =
          AccountId.of(
              once.run(
                  form,
                  staff,
                  () -> accounts.open(typed.command(), key, staff).account().toString()));
      model.addAttribute("account", accounts.view(id, staff));
      model.addAttribute("password", accounts.oneTimePassword(id, key, staff).orElse(""));
      return "access/one-time-password";
    } catch (ProblemException refused) {
      if (!refused.problem().code().startsWith("access.")) {
        throw refused;
      }
      return form(typed, Map.of(field(refused), Refusal.said(refused, words)), staff, model);
    }
  }

  private static String field(ProblemException refused) {
    return switch (refused.problem().code()) {
      case "access.login-taken" -> "login";
      case "access.unknown-role" -> "role";
      default -> "institution";
    };
  }

  private String form(AccountForm typed, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("institutions", accounts.placesForNew(staff));
    model.addAttribute("roles", roles.all().stream().map(Role::code).toList());
    return "access/account-new";
  }
}
