package org.heyi.platform.work.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.InstitutionNames;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkItem;
import org.heyi.platform.work.WorkSubjects.Forgotten;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What supervisors look after: overdue work, and work that nobody can do.
@Controller
@RequestMapping("/work")
class SupervisionPages {

  private final Work work;
  private final ObjectProvider<InstitutionNames> directory;
  private final Clock clock;

  SupervisionPages(Work work, ObjectProvider<InstitutionNames> directory, Clock clock) {
    this.work = work;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/overdue")
  String overdue(PageQuery page, Staff staff, Model model) {
    var items = work.overdue(page, staff);
    show(items, staff, model);
    model.addAttribute("links", new ListLinks("/work/overdue", Map.of(), page));
    model.addAttribute("names", names(owners(items)));
    return "work/overdue";
  }

  @GetMapping("/unowned")
  String unowned(PageQuery page, Staff staff, Model model) {
    var items = work.unowned(page, staff);
    var forgotten = work.forgotten(staff);
    show(items, staff, model);
    model.addAttribute("forgotten", forgotten);
    model.addAttribute("links", new ListLinks("/work/unowned", Map.of(), page));
    model.addAttribute(
        "names",
        names(Stream.concat(owners(items), forgotten.stream().map(Forgotten::institution))));
    return "work/unowned";
  }

  private void show(Page<WorkItem> items, Staff staff, Model model) {
    model.addAttribute("items", items);
    model.addAttribute("actions", work.actions(items.rows(), staff));
    model.addAttribute("now", clock.instant());
  }

  private static Stream<InstitutionId> owners(Page<WorkItem> items) {
    return items.rows().stream().map(it -> it.owner().institution());
  }

  /// Names of all, with the id where there is no name.
  private Map<InstitutionId, String> names(Stream<InstitutionId> institutions) {
    var ids = institutions.collect(toSet());
    var known = directory.stream().findFirst().map(it -> it.of(ids)).orElse(Map.of());
    return ids.stream().collect(toMap(it -> it, it -> known.getOrDefault(it, it.value())));
  }
}
