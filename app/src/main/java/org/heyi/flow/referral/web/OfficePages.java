package org.heyi.flow.referral.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.flow.referral.office.NameOffice;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who is responsible for referral at an institution: read by all, named by its head.
@Controller
@RequestMapping("/referral-offices")
class OfficePages {

  private static final String STAFF = "staff.";

  private final Offices offices;
  private final Institutions institutions;

  OfficePages(Offices offices, Institutions institutions) {
    this.offices = offices;
    this.institutions = institutions;
  }

  @GetMapping
  String own(Staff staff) {
    return "redirect:/referral-offices/" + staff.institution();
  }

  @GetMapping("/{institution}")
  ModelAndView show(@PathVariable InstitutionId institution, Staff staff) {
    return page(institution, staff, HttpStatus.OK, Map.of(), Map.of());
  }

  @PostMapping("/{institution}")
  ModelAndView name(
      @PathVariable InstitutionId institution,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    try {
      offices.name(command(institution, new Fields(sent)), staff);
    } catch (ProblemException refused) {
      if (!Refusals.staysHere(refused)) {
        throw refused;
      }
      var errors = Map.of("content", Refusals.text(refused, words));
      return page(institution, staff, Refusals.status(refused), sent, errors);
    }
    return new ModelAndView("redirect:/referral-offices/" + institution);
  }

  private static NameOffice command(InstitutionId institution, Fields fields) {
    var staff =
        fields.sent().keySet().stream()
            .filter(it -> it.startsWith(STAFF))
            .map(it -> new AccountId(id(it.substring(STAFF.length()))))
            .collect(Collectors.toSet());
    return new NameOffice(
        institution,
        fields.version(),
        fields.text("name"),
        fields.plain("phone"),
        fields.text("hours"),
        staff,
        fields.key());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException nobody) {
      return new UUID(0, 0);
    }
  }

  private ModelAndView page(
      InstitutionId institution,
      Staff staff,
      HttpStatusCode status,
      Map<String, String> typed,
      Map<String, String> errors) {
    var versions = offices.versions(institution);
    var page = new ModelAndView("referral/office");
    page.setStatus(status);
    page.addObject("institution", institutions.find(institution).orElseThrow());
    page.addObject("versions", versions);
    page.addObject("mayName", offices.mayName(institution, staff));
    page.addObject("candidates", offices.candidates(institution, staff));
    page.addObject("typed", typed);
    page.addObject("errors", errors);
    return page;
  }
}
