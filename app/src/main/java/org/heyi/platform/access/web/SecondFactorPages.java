package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.raw;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heyi.platform.access.factor.SecondFactors;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Standing;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.QrCode;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own second factor.
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorPages {

  private static final String PAGE = "redirect:/account/second-factor";
  private static final String SET_UP = "redirect:/account/second-factor/set-up";
  private static final Set<String> ABOUT_WHAT_WAS_TYPED =
      Set.of("factor.wrong-code", "signin.wrong-password", "signin.too-many-attempts");

  private final SecondFactors factors;

  SecondFactorPages(SecondFactors factors) {
    this.factors = factors;
  }

  @GetMapping
  String show(Standing me, Model model) {
    return page(me, Map.of(), model);
  }

  @PostMapping(params = "act=begin")
  String begin(
      @RequestParam @Nullable String password,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    return answer(
        () -> {
          factors.begin(me, raw(password), Caller.of(request));
          return SET_UP;
        },
        refused -> page(me, said("password", refused, words), model));
  }

  @PostMapping(params = "act=replace")
  String replace(
      @RequestParam @Nullable String code,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    return answer(
        () -> {
          factors.replace(me, raw(code), Caller.of(request));
          return SET_UP;
        },
        refused -> page(me, said("code", refused, words), model));
  }

  /// The answer shows the codes, so it is no redirect: nothing keeps them.
  @PostMapping(params = "act=renew")
  String renew(
      @RequestParam @Nullable String code,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    return answer(
        () -> codes(factors.renewRecoveryCodes(me, raw(code), Caller.of(request)), false, model),
        refused -> page(me, said("code", refused, words), model));
  }

  @PostMapping(params = "act=remove")
  String remove(
      @RequestParam @Nullable String code,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    return answer(
        () -> {
          factors.remove(me, raw(code), Caller.of(request));
          return PAGE;
        },
        refused -> page(me, said("code", refused, words), model));
  }

  @GetMapping("/set-up")
  String setUp(Standing me, Model model) {
    return setUp(me, Map.of(), model);
  }

  /// From now on the session has shown a code, so the cookie gets a new id.
  @PostMapping("/set-up")
  String confirm(
      @RequestParam @Nullable String code,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    return answer(
        () -> {
          var recovery = factors.confirm(me, raw(code));
          if (request.getSession(false) != null) {
            request.changeSessionId();
          }
          return codes(recovery, true, model);
        },
        refused -> setUp(me, said("code", refused, words), model));
  }

  /// What follows the press, or the page again with what was wrong.
  private static String answer(
      Supplier<String> press, Function<ProblemException, String> pageAgain) {
    try {
      return press.get();
    } catch (ProblemException refused) {
      return pageAgain.apply(refused);
    }
  }

  /// What is not about a field is not said at one.
  private static Map<String, String> said(String field, ProblemException refused, Words words) {
    if (!ABOUT_WHAT_WAS_TYPED.contains(refused.problem().code())) {
      throw refused;
    }
    return Map.of(field, Refusal.said(refused, words));
  }

  private String page(Standing me, Map<String, String> errors, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("factor", factors.view(me));
    model.addAttribute("errors", errors);
    return "access/second-factor";
  }

  private String setUp(Standing me, Map<String, String> errors, Model model) {
    var secret = factors.settingUp(me);
    if (secret.isEmpty()) {
      return PAGE;
    }
    var uri = secret.get().uri(me.login());
    model.addAttribute("uri", uri);
    model.addAttribute("drawn", QrCode.of(uri));
    model.addAttribute("spelt", secret.get().spelt());
    model.addAttribute("errors", errors);
    return "access/second-factor-set-up";
  }

  private static String codes(List<String> recovery, boolean justActive, Model model) {
    model.addAttribute("justActive", justActive);
    model.addAttribute("codes", recovery);
    return "access/recovery-codes";
  }
}
