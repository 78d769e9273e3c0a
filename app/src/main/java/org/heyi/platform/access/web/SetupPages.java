package org.heyi.platform.access.web;

import java.util.Map;
import org.heyi.platform.access.SetupLinks;
import org.heyi.platform.access.password.PasswordRules;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The page behind the link of the first start. A link that is not good looks like no page.
@Controller
@RequestMapping("/setup/{token}")
class SetupPages {

  private final SetupLinks links;
  private final PasswordRules rules;

  SetupPages(SetupLinks links, PasswordRules rules) {
    this.links = links;
    this.rules = rules;
  }

  @GetMapping
  String form(@PathVariable String token, Model model) {
    return page(token, SetupForm.empty(), Map.of(), model);
  }

  @PostMapping
  String found(
      @PathVariable String token, @ModelAttribute SetupForm typed, Words words, Model model) {
    var errors = typed.errors(words);
    if (!errors.isEmpty()) {
      return page(token, typed, errors, model);
    }
    try {
      links.found(token, typed.command());
      return "redirect:/sign-in?said=founded";
    } catch (ProblemException refused) {
      var code = refused.problem().code();
      if (code.equals("access.link-not-valid")) {
        throw refused;
      }
      var field =
          code.startsWith("password.")
              ? "wanted"
              : code.equals("access.login-taken") ? "login" : "institution";
      return page(token, typed, Map.of(field, Refusal.said(refused, words)), model);
    }
  }

  private String page(String token, SetupForm typed, Map<String, String> errors, Model model) {
    model.addAttribute("institutions", links.institutions(token));
    model.addAttribute("token", token);
    model.addAttribute("form", typed);
    model.addAttribute("errors", errors);
    model.addAttribute("rules", rules);
    return "access/setup";
  }
}
