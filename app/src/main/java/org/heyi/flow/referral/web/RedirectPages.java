package org.heyi.flow.referral.web;

import java.util.List;
import java.util.Map;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Redirects;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.content.Destination;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.InstitutionView;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Sending a referral on: the department is chosen by reading, the time by sending.
@Controller
@RequestMapping("/referrals/{id}/redirect")
class RedirectPages {

  private final Redirects redirects;
  private final Overtaken overtaken;

  RedirectPages(Redirects redirects, Overtaken overtaken) {
    this.redirects = redirects;
    this.overtaken = overtaken;
  }

  @GetMapping
  ModelAndView choose(
      @PathVariable ReferralId id, @RequestParam Map<String, String> sent, Staff staff) {
    return page(id, new Fields(sent), staff, HttpStatus.OK, Map.of());
  }

  @PostMapping
  ModelAndView redirect(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var slot = fields.id("slot").map(SlotId::new).orElse(null);
    try {
      redirects.redirect(id, slot, fields.text("why"), fields.press(), staff);
    } catch (ProblemException refused) {
      if (!Refusals.staysHere(refused)) {
        throw refused;
      }
      if (Refusals.overtaken(refused)) {
        return overtaken.page(id, fields, refused, staff, words);
      }
      var errors = Map.of("content", Refusals.text(refused, words));
      return page(id, fields, staff, Refusals.status(refused), errors);
    }
    return new ModelAndView("redirect:/referrals/" + id);
  }

  private ModelAndView page(
      ReferralId id,
      Fields fields,
      Staff staff,
      HttpStatusCode status,
      Map<String, String> errors) {
    var view = redirects.redirectable(id, staff);
    var hospitals = redirects.hospitals(view, staff);
    var all = redirects.departments(view, "", staff);
    var picked =
        fields
            .chosen("department")
            .flatMap(
                word -> all.stream().filter(it -> RequestForm.word(it).equals(word)).findFirst())
            .orElse(null);
    var to = picked == null ? null : new Destination(picked.institution(), picked.code());
    var page = new ModelAndView("referral/redirect");
    page.setStatus(status);
    page.addObject("referral", view);
    page.addObject("hospitals", hospitals);
    page.addObject(
        "choices",
        fields.chosen("departmentText").isEmpty()
            ? all
            : redirects.departments(view, fields.plain("departmentText"), staff));
    page.addObject("picked", to);
    page.addObject("place", picked == null ? "" : place(picked, hospitals));
    page.addObject("times", to == null ? List.of() : redirects.times(view, to, staff));
    page.addObject("typed", fields.sent());
    page.addObject("errors", errors);
    return page;
  }

  private static String place(DepartmentView it, List<InstitutionView> hospitals) {
    return hospitals.stream()
        .filter(hospital -> hospital.id().equals(it.institution()))
        .map(hospital -> hospital.name() + " " + it.name())
        .findFirst()
        .orElse(it.name());
  }
}
