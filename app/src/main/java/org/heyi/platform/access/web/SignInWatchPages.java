package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.signin.SignInWatch;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sessions and the sign-in log, for the security administrator.
@Controller
class SignInWatchPages {

  private final SignInWatch watch;
  private final Once once;

  SignInWatchPages(SignInWatch watch, Once once) {
    this.watch = watch;
    this.once = once;
  }

  @GetMapping("/sessions")
  String sessions(PageQuery page, Staff staff, Model model) {
    model.addAttribute("sessions", watch.sessions(page, staff));
    model.addAttribute("links", new ListLinks("/sessions", Map.of(), page));
    return "access/sessions";
  }

  @PostMapping("/sessions/{session}/end")
  String end(@PathVariable UUID session, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              watch.end(session, staff);
              return "/sessions";
            });
  }

  @GetMapping("/sign-ins")
  String log(@RequestParam @Nullable String outcome, PageQuery page, Staff staff, Model model) {
    model.addAttribute("lines", watch.log(text(outcome), page, staff));
    model.addAttribute("outcome", text(outcome));
    model.addAttribute("links", new ListLinks("/sign-ins", Map.of("outcome", text(outcome)), page));
    return "access/sign-ins";
  }
}
