package org.heyi.flow.capacity.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.DeskQuery;
import org.heyi.flow.capacity.Schedules;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk: who is expected on a day, arrival and no-show; and who is to be told.
@Controller
class DeskPages {

  private final Schedules schedules;
  private final Appointments appointments;
  private final Institutions institutions;
  private final Once once;
  private final Clock clock;

  DeskPages(
      Schedules schedules,
      Appointments appointments,
      Institutions institutions,
      Once once,
      Clock clock) {
    this.schedules = schedules;
    this.appointments = appointments;
    this.institutions = institutions;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping("/appointments")
  String desk(
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String text,
      PageQuery page,
      Staff staff,
      Model model) {
    var today = clock.instant().atZone(Moments.CHINA).toLocalDate();
    var query = new DeskQuery(day == null ? today : day, department, status, text.strip());
    model.addAttribute("page", schedules.desk(query, page, staff));
    model.addAttribute("query", query);
    model.addAttribute("departments", institutions.departments(staff.institution()));
    model.addAttribute("links", links("/appointments", filters(query), page));
    return "capacity/desk";
  }

  @PostMapping("/appointments/{id}/arrive")
  String arrive(
      @PathVariable AppointmentId id,
      Pressed form,
      @RequestParam(defaultValue = "") String back,
      Staff staff) {
    return mark(id, form, back, staff, appointments::arrive);
  }

  @PostMapping("/appointments/{id}/no-show")
  String noShow(
      @PathVariable AppointmentId id,
      Pressed form,
      @RequestParam(defaultValue = "") String back,
      Staff staff) {
    return mark(id, form, back, staff, appointments::noShow);
  }

  private interface Step {

    void run(AppointmentId id, Instant happened, Staff by);
  }

  private String mark(AppointmentId id, Pressed form, String back, Staff staff, Step step) {
    return Ours.path(appointments, id, staff)
        .orElseGet(() ->
            once.run(
                form,
                staff,
                () -> {
                  step.run(id, clock.instant(), staff);
                  return back(id, back);
                }));
  }

  @GetMapping("/to-tell")
  String toTell(PageQuery page, Staff staff, Model model) {
    model.addAttribute("page", schedules.toTell(page, staff));
    model.addAttribute("links", links("/to-tell", Map.of(), page));
    return "capacity/to-tell";
  }

  private static ListLinks links(String path, Map<String, String> filters, PageQuery page) {
    return new ListLinks(path, filters, page);
  }

  private static Map<String, String> filters(DeskQuery query) {
    var filters = new LinkedHashMap<String, String>();
    filters.put("day", query.day().toString());
    filters.put("department", query.department());
    filters.put("status", query.status());
    filters.put("text", query.text());
    return filters;
  }

  /// Back to the list the button was on; only the desk's own list is such a place.
  static String back(AppointmentId id, String back) {
    return back.startsWith("/appointments?") || back.startsWith("/clinics/")
        ? "redirect:" + back
        : "redirect:/appointments/" + id;
  }
}
