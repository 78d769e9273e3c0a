package org.heyi.platform.audit.web;

import java.time.Clock;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The audit administrator's pages: the log, and the check of its chain.
@Controller
@RequestMapping("/audit")
class AuditPages {

  private final Audit audit;
  private final Clock clock;

  AuditPages(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping
  String log(AuditForm typed, PageQuery page, Staff staff, Words words, Model model) {
    var now = clock.instant();
    var form = typed.complete(now);
    var errors = form.errors(words);
    var asked = errors.isEmpty() ? form : AuditForm.usual(now);
    model.addAttribute("typed", form.filters());
    model.addAttribute("errors", errors);
    model.addAttribute("entries", audit.search(asked.query(), page, staff));
    model.addAttribute("links", new ListLinks("/audit", asked.filters(), page));
    return "audit/log";
  }

  @GetMapping("/verification")
  String verification(Staff staff) {
    audit.mayReview(staff);
    return "audit/verification";
  }

  @PostMapping("/verification")
  String verify(Staff staff, Model model) {
    model.addAttribute("result", audit.verify(staff));
    return "audit/verification";
  }
}
