package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.raw;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.password.PasswordRules;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.OwnAccounts;
import org.heyi.platform.access.signin.Standing;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: posts, password, sessions.
@Controller
@RequestMapping("/account")
class OwnAccountPages {

  private static final Set<String> ABOUT_THE_PRESENT =
      Set.of("signin.wrong-password", "signin.too-many-attempts");

  private final OwnAccounts own;
  private final Accounts accounts;
  private final PasswordRules rules;

  OwnAccountPages(OwnAccounts own, Accounts accounts, PasswordRules rules) {
    this.own = own;
    this.accounts = accounts;
    this.rules = rules;
  }

  @GetMapping
  String show(Standing me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("posts", accounts.ownPosts(me.account()));
    model.addAttribute("sessions", own.sessions(me));
    return "access/own-account";
  }

  @GetMapping("/posts")
  String posts(Standing me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("posts", accounts.ownPosts(me.account()));
    return "access/choose-post";
  }

  /// Another post is another power, so the cookie gets a new id.
  @PostMapping("/posts")
  String choose(@RequestParam PostId post, Standing me, HttpServletRequest request) {
    own.choose(me, post);
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    return "redirect:/";
  }

  @GetMapping("/password")
  String password(Standing me, Model model) {
    return password(me, Map.of(), model);
  }

  @PostMapping("/password")
  String change(
      @RequestParam @Nullable String present,
      @RequestParam @Nullable String wanted,
      @RequestParam @Nullable String again,
      Standing me,
      Words words,
      HttpServletRequest request,
      Model model) {
    var errors = new LinkedHashMap<String, String>();
    if (!raw(wanted).equals(raw(again))) {
      errors.put("again", words.of("access.wrong-again"));
      return password(me, errors, model);
    }
    try {
      own.changePassword(me, raw(present), raw(wanted), Caller.of(request));
    } catch (ProblemException refused) {
      var code = refused.problem().code();
      errors.put(
          ABOUT_THE_PRESENT.contains(code) ? "present" : "wanted", Refusal.said(refused, words));
      return password(me, errors, model);
    }
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    return "redirect:/";
  }

  @PostMapping("/sessions/{session}/end")
  String end(@PathVariable UUID session, Standing me) {
    own.end(me, session);
    return "redirect:/account";
  }

  private String password(Standing me, Map<String, String> errors, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("errors", errors);
    model.addAttribute("rules", rules);
    return "access/password";
  }
}
