package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.util.List;
import java.util.Set;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.DemoAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page. Spring Security itself takes what is sent.
@Controller
class SignInPages {

  private static final Set<String> SAYINGS =
      Set.of(
          "wrong",
          "too-many",
          "not-open",
          "no-post",
          "expired",
          "signed-out",
          "session-over",
          "founded");

  private final List<DemoAccounts> demos;
  private final AccessSettings settings;

  SignInPages(ObjectProvider<DemoAccounts> demos, AccessSettings settings) {
    this.demos = demos.stream().toList();
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam @Nullable String said, @RequestParam @Nullable String next, Model model) {
    model.addAttribute("said", SAYINGS.contains(text(said)) ? text(said) : "");
    model.addAttribute("next", text(next));
    model.addAttribute("demos", demos.stream().flatMap(it -> it.all().stream()).toList());
    model.addAttribute("attempts", settings.attempts());
    model.addAttribute("minutes", settings.rest().toMinutes());
    return "access/sign-in";
  }
}
