package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.raw;
import static org.heyi.platform.access.web.Typed.text;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heyi.platform.access.DemoAccounts;
import org.heyi.platform.access.factor.SecondFactors;
import org.heyi.platform.access.factor.Totp;
import org.heyi.platform.access.factor.TotpSecret;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Halfway;
import org.heyi.platform.access.signin.Presence;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.OwnPath;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
  private final Totp totp;
  private final List<DemoAccounts> demos;

  CodePages(SecondFactors factors, Totp totp, ObjectProvider<DemoAccounts> demos) {
    this.factors = factors;
    this.totp = totp;
    this.demos = demos.stream().toList();
  }

  @GetMapping
  String form(@RequestParam @Nullable String next, Presence who, Model model) {
    return who instanceof Halfway halfway ? page(halfway, next, Map.of(), model) : "redirect:/";
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
        return page(halfway, next, Map.of("code", Refusal.said(refused, words)), model);
      }
      request.changeSessionId();
    }
    return "redirect:" + OwnPath.of(next).orElse("/");
  }

  private String page(Halfway who, @Nullable String next, Map<String, String> errors, Model model) {
    model.addAttribute("demoCode", demoCode(who.login()));
    model.addAttribute("next", text(next));
    model.addAttribute("errors", errors);
    return "access/code";
  }

  /// What the phone of a demonstration's account would show; empty for everybody else.
  private String demoCode(String login) {
    return demos.stream()
        .flatMap(it -> it.all().stream())
        .filter(it -> it.login().equals(login))
        .flatMap(it -> Stream.ofNullable(it.secret()))
        .map(it -> totp.now(new TotpSecret(it)))
        .findFirst()
        .orElse("");
  }
}
