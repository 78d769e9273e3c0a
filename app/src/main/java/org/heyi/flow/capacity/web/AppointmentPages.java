package org.heyi.flow.capacity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.SlotId;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One appointment: moving it to another time, cancelling it, noting that the resident was told.
@Controller
@RequestMapping("/appointments/{id}")
class AppointmentPages {

  private static final int MOST_TIMES = 40;

  private final Appointments appointments;
  private final Residents residents;
  private final Once once;

  AppointmentPages(Appointments appointments, Residents residents, Once once) {
    this.appointments = appointments;
    this.residents = residents;
    this.once = once;
  }

  @GetMapping
  String show(@PathVariable AppointmentId id, Staff staff, Model model) {
    return page(id, "", Map.of(), staff, model);
  }

  @PostMapping("/move")
  String move(
      @PathVariable AppointmentId id,
      Pressed form,
      @RequestParam SlotId slot,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var elsewhere = Ours.path(appointments, id, staff);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    try {
      return "redirect:"
          + once.run(
              form,
              staff,
              () -> {
                appointments.move(id, slot, staff);
                return "/appointments/" + id;
              });
    } catch (ProblemException refused) {
      return again(refused, id, "", "move", staff, words, model, response);
    }
  }

  @PostMapping("/cancel")
  String cancel(
      @PathVariable AppointmentId id,
      Pressed form,
      @RequestParam(defaultValue = "") String reason,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var elsewhere = Ours.path(appointments, id, staff);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    try {
      return "redirect:"
          + once.run(
              form,
              staff,
              () -> {
                appointments.cancel(id, reason.strip(), staff);
                return "/appointments/" + id;
              });
    } catch (ProblemException refused) {
      return again(refused, id, reason, "reason", staff, words, model, response);
    }
  }

  @PostMapping("/told")
  String told(@PathVariable AppointmentId id, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              appointments.told(id, staff);
              return "/to-tell";
            });
  }

  private String again(
      ProblemException refused,
      AppointmentId id,
      String reason,
      String field,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    if (!Refusals.staysOnPage(refused)) {
      throw refused;
    }
    response.setStatus(Refusals.status(refused));
    return page(id, reason, Map.of(field, Refusals.text(refused, words)), staff, model);
  }

  private String page(
      AppointmentId id, String reason, Map<String, String> errors, Staff staff, Model model) {
    var detail = appointments.view(id, staff);
    model.addAttribute("detail", detail);
    model.addAttribute("resident", residents.card(detail.appointment().resident(), staff));
    model.addAttribute(
        "times",
        detail.may().contains("move") ? appointments.times(id, MOST_TIMES, staff) : List.of());
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "capacity/appointment";
  }
}
