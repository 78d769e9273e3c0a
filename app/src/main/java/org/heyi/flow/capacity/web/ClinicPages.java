package org.heyi.flow.capacity.web;

import static org.heyi.flow.capacity.web.ClinicForm.typed;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.heyi.flow.capacity.ClinicChange;
import org.heyi.flow.capacity.ClinicId;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.Doctor;
import org.heyi.flow.capacity.Schedules;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One clinic: its segments, who is booked, and what may be changed.
@Controller
class ClinicPages {

  private final Schedules schedules;
  private final Clinics clinics;
  private final Once once;
  private final Clock clock;

  ClinicPages(Schedules schedules, Clinics clinics, Once once, Clock clock) {
    this.schedules = schedules;
    this.clinics = clinics;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping("/my-clinics")
  String mine(Staff staff, Model model) {
    var today = clock.instant().atZone(Moments.CHINA).toLocalDate();
    model.addAttribute("today", today);
    model.addAttribute("clinics", schedules.mine(today, staff));
    return "capacity/mine";
  }

  @GetMapping("/clinics/{id}")
  String show(@PathVariable ClinicId id, Staff staff, Model model) {
    return page(id, ClinicForm.empty(), Map.of(), staff, model);
  }

  @PostMapping("/clinics/{id}/stop")
  String stop(
      @PathVariable ClinicId id,
      Pressed pressed,
      @ModelAttribute ClinicForm form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var change =
        new ClinicChange.Stop(
            id, form.versionSeen(), typed(form.reason()), typed(form.shareReason()));
    return change(
        id,
        pressed,
        form,
        "stop",
        () -> clinics.stop(change, staff),
        new Answer(staff, words, model, response));
  }

  @PostMapping("/clinics/{id}/substitute")
  String substitute(
      @PathVariable ClinicId id,
      Pressed pressed,
      @ModelAttribute ClinicForm form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var change =
        new ClinicChange.Substitute(
            id,
            form.versionSeen(),
            typed(form.practitioner()),
            Doctor.account(typed(form.practitioner()), schedules.doctors(staff)),
            "expert".equals(form.slotClass()) ? "expert" : "ordinary",
            typed(form.reason()),
            typed(form.shareReason()));
    return change(
        id,
        pressed,
        form,
        "substitute",
        () -> clinics.substitute(change, staff),
        new Answer(staff, words, model, response));
  }

  @PostMapping("/clinics/{id}/extra")
  String extra(
      @PathVariable ClinicId id,
      Pressed pressed,
      @RequestParam Instant segment,
      @ModelAttribute ClinicForm form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var change =
        new ClinicChange.AddExtra(
            id,
            form.versionSeen(),
            segment,
            form.places(),
            form.asReserved(),
            typed(form.reason()),
            typed(form.shareReason()));
    return change(
        id,
        pressed,
        form,
        "extra",
        () -> clinics.addExtra(change, staff),
        new Answer(staff, words, model, response));
  }

  @PostMapping("/clinics/{id}/mark")
  String mark(
      @PathVariable ClinicId id,
      Pressed pressed,
      @RequestParam Instant segment,
      @ModelAttribute ClinicForm form,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var change =
        new ClinicChange.Mark(
            id,
            form.versionSeen(),
            segment,
            form.places(),
            form.asReserved(),
            typed(form.shareReason()));
    return change(
        id,
        pressed,
        form,
        "mark",
        () -> clinics.mark(change, staff),
        new Answer(staff, words, model, response));
  }

  @PostMapping("/clinics/{id}/discard")
  String discard(
      @PathVariable ClinicId id, Pressed pressed, @RequestParam int version, Staff staff) {
    return "redirect:"
        + once.run(
            pressed,
            staff,
            () -> {
              clinics.discard(id, version, staff);
              return "/clinics";
            });
  }

  /// What is needed to answer a refused form.
  private record Answer(Staff staff, Words words, Model model, HttpServletResponse response) {}

  /// A refusal comes back to the clinic's page as it is now, with what was typed.
  private String change(
      ClinicId id, Pressed pressed, ClinicForm form, String field, Runnable effect, Answer answer) {
    try {
      return "redirect:"
          + once.run(
              pressed,
              answer.staff(),
              () -> {
                effect.run();
                return "/clinics/" + id;
              });
    } catch (ProblemException refused) {
      if (!Refusals.staysOnPage(refused)) {
        throw refused;
      }
      answer.response().setStatus(Refusals.status(refused));
      var errors = Map.of(field, Refusals.text(refused, answer.words()));
      return page(id, form, errors, answer.staff(), answer.model());
    }
  }

  private String page(
      ClinicId id, ClinicForm form, Map<String, String> errors, Staff staff, Model model) {
    var view = schedules.clinic(id, staff);
    model.addAttribute("view", view);
    model.addAttribute(
        "doctors",
        view.may().contains("substitute") ? schedules.doctors(staff) : java.util.List.of());
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("key", UUID.randomUUID());
    return "capacity/clinic";
  }
}
