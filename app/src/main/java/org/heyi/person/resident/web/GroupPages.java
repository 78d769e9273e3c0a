package org.heyi.person.resident.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Records on a resident's page which population groups they belong to.
@Controller
@RequestMapping("/residents/{id}/groups")
class GroupPages {

  private final ResidentGroups groups;
  private final Once once;
  private final Clock clock;

  GroupPages(ResidentGroups groups, Once once, Clock clock) {
    this.groups = groups;
    this.once = once;
    this.clock = clock;
  }

  /// Without a date it holds from today.
  @PostMapping
  String set(
      @PathVariable ResidentId id,
      @RequestParam String group,
      @RequestParam String source,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      Pressed form,
      Staff staff) {
    var since = from == null ? LocalDate.ofInstant(clock.instant(), Moments.CHINA) : from;
    return press(id, form, () -> groups.set(id, group, source, since, staff), staff);
  }

  @PostMapping("/{flag}/end")
  String end(@PathVariable ResidentId id, @PathVariable UUID flag, Pressed form, Staff staff) {
    return press(id, form, () -> groups.end(id, flag, staff), staff);
  }

  private String press(ResidentId id, Pressed form, Runnable command, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              command.run();
              return "/residents/" + id;
            });
  }
}
