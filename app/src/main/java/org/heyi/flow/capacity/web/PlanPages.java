package org.heyi.flow.capacity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.flow.capacity.Schedules;
import org.heyi.flow.capacity.Templates;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The schedule clerk's pages: the week, drafting, copying, publishing, the reserved share.
@Controller
class PlanPages {

  private static final int QUOTA_DAYS = 28;

  private final Schedules schedules;
  private final Templates templates;
  private final Clinics clinics;
  private final Institutions institutions;
  private final Exports exports;
  private final Once once;
  private final Clock clock;

  PlanPages(
      Schedules schedules,
      Templates templates,
      Clinics clinics,
      Institutions institutions,
      Exports exports,
      Once once,
      Clock clock) {
    this.schedules = schedules;
    this.templates = templates;
    this.clinics = clinics;
    this.institutions = institutions;
    this.exports = exports;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping("/clinics")
  String week(
      @RequestParam(required = false) @Nullable LocalDate week,
      @RequestParam(defaultValue = "") String department,
      Staff staff,
      Model model) {
    var monday = WeekGrid.mondayOf(week == null ? today() : week);
    model.addAttribute("grid", WeekGrid.of(monday, schedules.week(department, monday, staff)));
    model.addAttribute("department", department);
    model.addAttribute("departments", institutions.departments(staff.institution()));
    var filters = Map.of("week", monday.toString(), "department", department);
    model.addAttribute("exports", ExportLinks.of("/clinics/export", filters, PageQuery.first()));
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("copyKey", UUID.randomUUID());
    return "capacity/week";
  }

  /// The clinics of the week that the page shows.
  @GetMapping("/clinics/export")
  ResponseEntity<byte[]> export(
      @RequestParam(required = false) @Nullable LocalDate week,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String format,
      Staff staff,
      Words words) {
    var monday = WeekGrid.mondayOf(week == null ? today() : week);
    var list = WeekExport.of(schedules.week(department, monday, staff), words);
    return exports.export(list, ListFormat.asked(format), words, staff).response();
  }

  @PostMapping("/clinics/draft")
  String draft(
      Pressed form,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until,
      @RequestParam(defaultValue = "") String department,
      Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              templates.draft(from, until, department, staff);
              return "/clinics?week=" + WeekGrid.mondayOf(from);
            });
  }

  @PostMapping("/clinics/copy")
  String copy(
      Pressed form,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String department,
      Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              var target = WeekGrid.mondayOf(to);
              templates.copyWeek(WeekGrid.mondayOf(from), target, department, staff);
              return "/clinics?week=" + target;
            });
  }

  @GetMapping("/clinics/publish")
  String preview(
      @RequestParam LocalDate from,
      @RequestParam LocalDate until,
      @RequestParam(defaultValue = "") String department,
      Staff staff,
      Model model) {
    return preview(new PublishClinics(department, from, until, ""), Map.of(), staff, model);
  }

  @PostMapping("/clinics/publish")
  String publish(
      Pressed form,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String shareReason,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var command = new PublishClinics(department, from, until, shareReason);
    try {
      return "redirect:"
          + once.run(
              form,
              staff,
              () -> {
                clinics.publish(command, staff);
                return "/clinics?week=" + WeekGrid.mondayOf(from);
              });
    } catch (ProblemException refused) {
      if (!Refusals.staysOnPage(refused)) {
        throw refused;
      }
      response.setStatus(Refusals.status(refused));
      return preview(command, Map.of("shareReason", Refusals.text(refused, words)), staff, model);
    }
  }

  @GetMapping("/quota")
  String quota(@RequestParam(required = false) @Nullable LocalDate from, Staff staff, Model model) {
    var first = from == null ? today() : from;
    model.addAttribute("from", first);
    model.addAttribute("until", first.plusDays(QUOTA_DAYS - 1L));
    model.addAttribute("lines", schedules.quota(first, first.plusDays(QUOTA_DAYS - 1L), staff));
    return "capacity/quota";
  }

  private String preview(
      PublishClinics command, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("command", command);
    model.addAttribute("lines", clinics.preview(command, staff));
    model.addAttribute("errors", errors);
    model.addAttribute("key", UUID.randomUUID());
    return "capacity/publish";
  }

  private LocalDate today() {
    return clock.instant().atZone(Moments.CHINA).toLocalDate();
  }
}
