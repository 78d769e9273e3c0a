package org.heyi.flow.capacity.web;

import static org.heyi.flow.capacity.web.ClinicForm.typed;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.flow.capacity.Schedules;
import org.heyi.flow.capacity.TemplateId;
import org.heyi.flow.capacity.Templates;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The hospital's weekly templates.
@Controller
@RequestMapping("/clinic-templates")
class TemplatePages {

  private final Templates templates;
  private final Schedules schedules;
  private final Institutions institutions;
  private final Once once;

  TemplatePages(Templates templates, Schedules schedules, Institutions institutions, Once once) {
    this.templates = templates;
    this.schedules = schedules;
    this.institutions = institutions;
    this.once = once;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "") String department, Staff staff, Model model) {
    return page(department, TemplateForm.empty(department), Map.of(), staff, model);
  }

  @PostMapping
  String plan(
      Pressed pressed,
      @Valid @ModelAttribute TemplateForm form,
      BindingResult binding,
      Staff staff,
      Words words,
      Model model,
      HttpServletResponse response) {
    var errors = new LinkedHashMap<String, String>();
    binding
        .getFieldErrors()
        .forEach(it ->
            errors.putIfAbsent(
                it.getField(), words.of("capacity.field-" + it.getField() + "-wrong")));
    if (!errors.isEmpty()) {
      response.setStatus(422);
      return page(typed(form.department()), form, errors, staff, model);
    }
    try {
      return "redirect:"
          + once.run(
              pressed,
              staff,
              () -> {
                templates.plan(form.command(schedules.doctors(staff)), staff);
                return "/clinic-templates?department=" + typed(form.department());
              });
    } catch (ProblemException refused) {
      if (!Refusals.staysOnPage(refused)) {
        throw refused;
      }
      response.setStatus(Refusals.status(refused));
      errors.put("practitioner", Refusals.text(refused, words));
      return page(typed(form.department()), form, errors, staff, model);
    }
  }

  @PostMapping("/{id}/retire")
  String retire(@PathVariable TemplateId id, Pressed form, Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              templates.retire(id, staff);
              return "/clinic-templates";
            });
  }

  private String page(
      String department, TemplateForm form, Map<String, String> errors, Staff staff, Model model) {
    model.addAttribute("list", templates.list(department, staff));
    model.addAttribute("department", department);
    model.addAttribute("departments", institutions.departments(staff.institution()));
    model.addAttribute("doctors", schedules.doctors(staff));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("key", UUID.randomUUID());
    return "capacity/templates";
  }
}
