package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.raw;
import static org.heyi.platform.access.web.Typed.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heyi.platform.access.factor.SecondFactors;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Halfway;
import org.heyi.platform.access.signin.Presence;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.OwnPath;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page between the right password and everything else. Who is in already has no business here.
@Controller
@RequestMapping("/sign-in/code")
class CodePages {

  private final SecondFactors factors;

  CodePages(SecondFactors factors) {
    this.factors = factors;
  }

  @GetMapping
  String form(@RequestParam @Nullable String next, Presence who, Model model) {
    return who instanceof Halfway ? page(next, Map.of(), model) : "redirect:/";
  }

  /// Halfway in is less than in, so the cookie gets a new id.
  @PostMapping
  String enter(
      @RequestParam @Nullable String code,
      @RequestParam @Nullable String next,
      Presence who,
      Words words,
      HttpServletRequest request,
      Model model) {
    if (who instanceof Halfway halfway) {
      try {
        factors.enter(halfway, raw(code), Caller.of(request));
      } catch (ProblemException refused) {
        return page(next, Map.of("code", Refusal.said(refused, words)), model);
      }
      request.changeSessionId();
    }
    return "redirect:" + OwnPath.of(next).orElse("/");
  }

  private String page(@Nullable String next, Map<String, String> errors, Model model) {
    model.addAttribute("next", text(next));
    model.addAttribute("errors", errors);
    return "access/code";
  }
}
