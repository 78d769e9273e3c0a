package org.heyi.platform.work.api;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Listed;
import org.heyi.platform.shell.Refusals;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkCount;
import org.heyi.platform.work.WorkItem;
import org.heyi.platform.work.WorkItemId;
import org.heyi.platform.work.WorkQuery;
import org.heyi.platform.work.WorkQuery.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Work items as JSON, from the same facade and with the same actions as the pages.
@RestController
@RequestMapping(path = "/api/work", produces = MediaType.APPLICATION_JSON_VALUE)
class WorkApi {

  private final Work work;
  private final Clock clock;

  WorkApi(Work work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  /// @param version of the item, as the caller saw it
  record Seen(int version) {}

  @GetMapping
  Listed<WorkJson> inbox(
      @RequestParam(defaultValue = "WAITING") Whose whose,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Integer urgency,
      @RequestParam(defaultValue = "false") boolean overdue,
      PageQuery page,
      Staff staff) {
    return listed(work.inbox(new WorkQuery(whose, kind, urgency, overdue), page, staff), staff);
  }

  @GetMapping("/kinds")
  List<WorkCount> kinds(Staff staff) {
    return work.counts(staff);
  }

  @GetMapping("/overdue")
  @Refusals(forbidden = "work.not-a-supervisor")
  Listed<WorkJson> overdue(PageQuery page, Staff staff) {
    return listed(work.overdue(page, staff), staff);
  }

  @GetMapping("/unowned")
  @Refusals(forbidden = "work.not-a-supervisor")
  Listed<WorkJson> unowned(PageQuery page, Staff staff) {
    return listed(work.unowned(page, staff), staff);
  }

  @GetMapping("/{id}")
  @Refusals(unknown = "work.not-found")
  WorkJson item(@PathVariable WorkItemId id, Staff staff) {
    return json(work.item(id, staff), staff);
  }

  @PostMapping(path = "/{id}/claim", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Refusals(
      unknown = "work.not-found",
      conflict = {"work.already-claimed", "work.changed", "work.not-open"})
  WorkJson claim(@PathVariable WorkItemId id, @RequestBody Seen seen, Staff staff) {
    work.claim(id, seen.version(), staff);
    return json(work.item(id, staff), staff);
  }

  @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Refusals(
      unknown = "work.not-found",
      conflict = {"work.not-yours", "work.changed"})
  WorkJson release(@PathVariable WorkItemId id, @RequestBody Seen seen, Staff staff) {
    work.release(id, seen.version(), staff);
    return json(work.item(id, staff), staff);
  }

  private Listed<WorkJson> listed(Page<WorkItem> items, Staff staff) {
    var actions = work.actions(items.rows(), staff);
    var now = clock.instant();
    return Listed.of(items, it -> WorkJson.of(it, actions.getOrDefault(it.id(), Set.of()), now));
  }

  private WorkJson json(WorkItem item, Staff staff) {
    var actions = work.actions(List.of(item), staff);
    return WorkJson.of(item, actions.getOrDefault(item.id(), Set.of()), clock.instant());
  }
}
