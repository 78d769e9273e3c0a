package org.heyi.platform.work.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkItemId;
import org.heyi.platform.work.WorkQuery;
import org.heyi.platform.work.WorkQuery.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What waits for the reader.
@Controller
@RequestMapping("/work")
class WorkPages {

  private final Work work;
  private final Deputyships deputyships;
  private final Clock clock;

  WorkPages(Work work, Deputyships deputyships, Clock clock) {
    this.work = work;
    this.deputyships = deputyships;
    this.clock = clock;
  }

  @GetMapping
  String inbox(
      @RequestParam(defaultValue = "WAITING") Whose whose,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Integer urgency,
      @RequestParam(defaultValue = "false") boolean overdue,
      PageQuery page,
      Staff staff,
      Model model) {
    var query = new WorkQuery(whose, kind, urgency, overdue);
    var items = work.inbox(query, page, staff);
    model.addAttribute("query", query);
    model.addAttribute("items", items);
    model.addAttribute("deputyships", deputyships.today(staff));
    model.addAttribute("staff", staff);
    model.addAttribute("kinds", work.counts(staff));
    model.addAttribute("actions", work.actions(items.rows(), staff));
    model.addAttribute("links", new ListLinks("/work", filters(query), page));
    model.addAttribute("now", clock.instant());
    return "work/inbox";
  }

  @PostMapping("/{id}/claim")
  String claim(
      @PathVariable WorkItemId id,
      @RequestParam int version,
      @RequestParam(defaultValue = "/work") String back,
      Staff staff) {
    work.claim(id, version, staff);
    return "redirect:" + listOf(back);
  }

  @PostMapping("/{id}/release")
  String release(
      @PathVariable WorkItemId id,
      @RequestParam int version,
      @RequestParam(defaultValue = "/work") String back,
      Staff staff) {
    work.release(id, version, staff);
    return "redirect:" + listOf(back);
  }

  private static Map<String, String> filters(WorkQuery query) {
    var filters = new LinkedHashMap<String, String>();
    filters.put("whose", query.whose() == Whose.WAITING ? "" : query.whose().name());
    filters.put("kind", query.kind());
    filters.put("urgency", query.urgency() == null ? "" : query.urgency().toString());
    filters.put("overdue", query.overdue() ? "true" : "");
    return filters;
  }

  /// Only back to a list of this room.
  private static String listOf(String back) {
    return back.matches("/work(/overdue|/unowned)?(\\?[\\w=&%.-]*)?") ? back : "/work";
  }
}
