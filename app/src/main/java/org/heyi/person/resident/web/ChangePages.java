package org.heyi.person.resident.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.person.resident.ResidentChange;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Correcting a resident's particulars. Who was overtaken sees by whom, and keeps what they typed.
@Controller
@RequestMapping("/residents/{id}/change")
class ChangePages {

  private final Residents residents;
  private final PlaceNames names;
  private final Once once;

  ChangePages(Residents residents, PlaceNames names, Once once) {
    this.residents = residents;
    this.names = names;
    this.once = once;
  }

  @GetMapping
  String form(@PathVariable ResidentId id, Staff staff, Words words, Model model) {
    var form = ChangeForm.of(residents.view(id, staff).version(), residents.particulars(id, staff));
    return page(id, form, Map.of(), words, model);
  }

  @PostMapping
  Object change(
      @PathVariable ResidentId id,
      @ModelAttribute ChangeForm typed,
      Staff staff,
      Words words,
      Model model) {
    var errors =
        new LinkedHashMap<>(Typed.errors(residents.check(typed.command(id), staff), words));
    if (typed.birthDateIsUnreadable()) {
      errors.put("birth-date", words.of("resident.birth-date-unreadable"));
    }
    if (!errors.isEmpty()) {
      return page(id, typed.cleaned(), errors, words, model);
    }
    try {
      return "redirect:" + press(id, typed, staff);
    } catch (ProblemException stale) {
      if (!stale.problem().code().equals("resident.stale")) {
        throw stale;
      }
      return overtaken(id, typed, staff, words);
    }
  }

  private String press(ResidentId id, ChangeForm typed, Staff staff) {
    var key = typed.key() == null ? UUID.randomUUID() : typed.key();
    return once.run(
        key,
        id + typed.toString(),
        staff,
        () -> {
          residents.change(typed.command(id), staff);
          return "/residents/" + id;
        });
  }

  private ModelAndView overtaken(ResidentId id, ChangeForm typed, Staff staff, Words words) {
    var page = new ModelAndView("shell/stale", HttpStatus.CONFLICT);
    page.addObject(
        "since",
        residents.changesAfter(id, typed.seenVersion(), staff).stream()
            .map(it -> said(it, words))
            .toList());
    page.addObject("typed", typed.typed(words));
    page.addObject("back", "/residents/" + id + "/change");
    return page;
  }

  private String said(ResidentChange change, Words words) {
    return words.of(
        "resident.change.said",
        change.at(),
        change.name(),
        names.of(change.institution()),
        words.of("resident.change." + change.what()));
  }

  private String page(
      ResidentId id, ChangeForm form, Map<String, String> errors, Words words, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "residences", Choice.of(residents.lists().residences(), "resident.residence.", words));
    return "resident/change";
  }
}
