package org.heyi.platform.notice.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.heyi.platform.notice.NoticeId;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The reader's notices.
@Controller
@RequestMapping("/notices")
class NoticePages {

  private static final String LIST = "redirect:/notices";

  private final Notices notices;
  private final Clock clock;

  NoticePages(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "true") boolean unread,
      PageQuery page,
      Staff staff,
      Model model) {
    model.addAttribute("unread", unread);
    model.addAttribute("notices", notices.list(unread, page, staff));
    model.addAttribute(
        "links", new ListLinks("/notices", Map.of("unread", String.valueOf(unread)), page));
    model.addAttribute("now", clock.instant());
    return "notice/list";
  }

  /// Reads it and goes where it leads.
  @PostMapping("/{id}/open")
  String open(@PathVariable NoticeId id, Staff staff) {
    return "redirect:" + notices.read(id, staff).path();
  }

  @PostMapping("/{id}/read")
  String read(@PathVariable NoticeId id, Staff staff) {
    notices.read(id, staff);
    return LIST;
  }

  @PostMapping("/read-all")
  String readAll(@RequestParam Instant until, Staff staff) {
    notices.readAll(until, staff);
    return LIST;
  }
}
