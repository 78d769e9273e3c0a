package org.heyi.person.resident.web;

import java.util.UUID;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.ResidentSelections;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.SelectProviders;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 1+1: the form on which a resident's choice of centre and hospital is written down.
@Controller
@RequestMapping("/residents/{id}/selection")
class SelectionPages {

  private final ResidentSelections selections;
  private final Residents residents;
  private final PlaceNames names;
  private final Once once;

  SelectionPages(ResidentSelections selections, Residents residents, PlaceNames names, Once once) {
    this.selections = selections;
    this.residents = residents;
    this.names = names;
    this.once = once;
  }

  @GetMapping
  String form(@PathVariable ResidentId id, Staff staff, Model model) {
    model.addAttribute("resident", residents.view(id, staff));
    model.addAttribute("choices", selections.choices(id, staff));
    model.addAttribute("names", names);
    return "resident/selection";
  }

  @PostMapping
  String select(
      @PathVariable ResidentId id,
      @RequestParam InstitutionId centre,
      @RequestParam InstitutionId hospital,
      @RequestParam(required = false) RegisterResident.@Nullable Giver giver,
      @RequestParam(defaultValue = "") String guardian,
      @RequestParam(required = false) @Nullable UUID former,
      Pressed form,
      Staff staff) {
    var consent = new RegisterResident.Consent(giver, guardian);
    var chosen = new SelectProviders(centre, hospital, consent, former);
    return press(id, form, () -> selections.select(id, chosen, staff), staff);
  }

  @PostMapping("/{selection}/end")
  String end(@PathVariable ResidentId id, @PathVariable UUID selection, Pressed form, Staff staff) {
    return press(id, form, () -> selections.end(id, selection, staff), staff);
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
