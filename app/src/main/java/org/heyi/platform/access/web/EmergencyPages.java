package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.emergency.Emergencies;
import org.heyi.platform.access.emergency.EmergencyId;
import org.heyi.platform.access.emergency.Verdict;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Breaking the glass, and judging it afterwards.
@Controller
class EmergencyPages {

  private final Emergencies emergencies;
  private final AccessSettings settings;
  private final Once once;

  EmergencyPages(Emergencies emergencies, AccessSettings settings, Once once) {
    this.emergencies = emergencies;
    this.settings = settings;
    this.once = once;
  }

  /// @param back where to go afterwards, e.g. the resident's page
  @GetMapping("/access/emergency")
  String form(
      @RequestParam @Nullable String resident,
      @RequestParam @Nullable String back,
      Staff staff,
      Model model) {
    emergencies.check(staff);
    var form = new EmergencyForm(UUID.randomUUID(), text(resident), "", text(back));
    return page(form, Map.of(), model);
  }

  @PostMapping("/access/emergency")
  String breakGlass(EmergencyForm typed, Staff staff, Words words, Model model) {
    emergencies.check(staff);
    var key = typed.key();
    var resident = Typed.read(typed.resident(), ResidentId::of);
    if (key == null || resident == null) {
      return page(typed, Map.of("resident", words.of("access.wrong-resident")), model);
    }
    try {
      return "redirect:"
          + once.run(
              key,
              resident + " " + text(typed.reason()),
              staff,
              () -> {
                emergencies.breakGlass(resident, text(typed.reason()), staff);
                return typed.way();
              });
    } catch (ProblemException refused) {
      if (!refused.problem().code().equals("emergency.reason-too-short")) {
        throw refused;
      }
      return page(typed, Map.of("reason", Refusal.said(refused, words)), model);
    }
  }

  private String page(EmergencyForm form, Map<String, String> errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("hours", settings.emergency().toHours());
    model.addAttribute("shortest", settings.emergencyReason());
    return "access/emergency";
  }

  @GetMapping("/emergencies")
  String list(@RequestParam @Nullable String all, PageQuery page, Staff staff, Model model) {
    var filters = new LinkedHashMap<String, String>();
    filters.put("all", text(all));
    model.addAttribute("emergencies", emergencies.list(text(all).isEmpty(), page, staff));
    model.addAttribute("all", !text(all).isEmpty());
    model.addAttribute("links", new ListLinks("/emergencies", filters, page));
    return "access/emergencies";
  }

  @PostMapping("/emergencies/{id}/review")
  String review(
      @PathVariable EmergencyId id,
      @RequestParam Verdict verdict,
      @RequestParam @Nullable String note,
      Pressed form,
      Staff staff) {
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              emergencies.review(id, verdict, text(note), staff);
              return "/emergencies";
            });
  }
}
