package org.heyi.person.resident.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.ResidentPapers;
import org.heyi.person.resident.ResidentTies;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.RevealedResident;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One resident's page and what can be done on it. Each command has one effect when pressed twice.
@Controller
@RequestMapping("/residents/{id}")
class RecordPages {

  private final Residents residents;
  private final ResidentTies ties;
  private final ResidentPapers papers;
  private final ResidentGroups groups;
  private final TimeLine timeLine;
  private final PlaceNames names;
  private final Once once;
  private final Clock clock;

  RecordPages(
      Residents residents,
      ResidentTies ties,
      ResidentPapers papers,
      ResidentGroups groups,
      TimeLine timeLine,
      PlaceNames names,
      Once once,
      Clock clock) {
    this.residents = residents;
    this.ties = ties;
    this.papers = papers;
    this.groups = groups;
    this.timeLine = timeLine;
    this.names = names;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @PathVariable ResidentId id,
      @RequestParam(defaultValue = "") String registered,
      Staff staff,
      Words words,
      Model model) {
    return page(id, null, Map.of(), registered, staff, words, model);
  }

  /// Shown once, in the answer to the press; going back or reloading asks again.
  @PostMapping("/reveal")
  String reveal(
      @PathVariable ResidentId id,
      @RequestParam(defaultValue = "") String purpose,
      Staff staff,
      Words words,
      Model model) {
    return page(id, residents.reveal(id, purpose, staff), Map.of(), "", staff, words, model);
  }

  @PostMapping("/numbers")
  String addNumber(
      @PathVariable ResidentId id,
      @RequestParam IdentifierSystem system,
      @RequestParam(defaultValue = "") String number,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    return done(
        id,
        "number",
        form,
        () -> residents.addNumber(id, system, number, staff),
        staff,
        words,
        model);
  }

  @PostMapping("/contacts")
  String addContact(
      @PathVariable ResidentId id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String relation,
      @RequestParam(defaultValue = "") String phone,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    var contact = new RegisterResident.Contact(name, relation, phone);
    var problems = papers.check(contact, staff);
    if (!problems.isEmpty()) {
      return page(id, null, Typed.errors(problems, words), "", staff, words, model);
    }
    return press(id, form, () -> papers.addContact(id, contact, staff), staff);
  }

  @PostMapping("/contacts/{contact}/remove")
  String removeContact(
      @PathVariable ResidentId id, @PathVariable UUID contact, Pressed form, Staff staff) {
    return press(id, form, () -> papers.removeContact(id, contact, staff), staff);
  }

  @PostMapping("/consents")
  String consent(
      @PathVariable ResidentId id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) RegisterResident.@Nullable Giver giver,
      @RequestParam(defaultValue = "") String guardian,
      Pressed form,
      Staff staff,
      Words words,
      Model model) {
    var consent = new RegisterResident.Consent(giver, guardian);
    return done(
        id, "consent", form, () -> papers.consent(id, text, consent, staff), staff, words, model);
  }

  @PostMapping("/consents/{consent}/withdraw")
  String withdraw(
      @PathVariable ResidentId id, @PathVariable UUID consent, Pressed form, Staff staff) {
    return press(id, form, () -> papers.withdraw(id, consent, staff), staff);
  }

  @PostMapping("/tie")
  String tie(
      @PathVariable ResidentId id,
      @RequestParam InstitutionId institution,
      Pressed form,
      Staff staff) {
    return press(id, form, () -> ties.tie(id, institution, staff), staff);
  }

  /// The resident's card on paper.
  @GetMapping("/card")
  String card(@PathVariable ResidentId id, Staff staff, Words words, Model model) {
    var resident = residents.print(id, staff);
    model.addAttribute("resident", resident);
    model.addAttribute("names", names);
    model.addAttribute("today", today());
    model.addAttribute(
        "watermark",
        words.of(
            "resident.card.watermark",
            names.of(staff.institution()),
            staff.name(),
            clock.instant()));
    return "resident/card";
  }

  /// A refused entry is said at its field, with the page as it was.
  private String done(
      ResidentId id,
      String field,
      Pressed form,
      Runnable command,
      Staff staff,
      Words words,
      Model model) {
    try {
      return press(id, form, command, staff);
    } catch (ProblemException refused) {
      var kind = refused.problem().kind();
      if (kind == Problem.Kind.UNKNOWN || kind == Problem.Kind.FORBIDDEN) {
        throw refused;
      }
      var error = Map.of(field, words.of(refused.problem(), refused.args().toArray()));
      return page(id, null, error, "", staff, words, model);
    }
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

  private String page(
      ResidentId id,
      @Nullable RevealedResident revealed,
      Map<String, String> errors,
      String registered,
      Staff staff,
      Words words,
      Model model) {
    var lists = residents.lists();
    var resident = residents.view(id, staff);
    model.addAttribute(
        "page",
        new RecordPage(
            resident,
            revealed,
            timeLine.of(id, staff),
            timeLine.links(id, staff),
            errors,
            registered,
            Choice.numbers(words),
            Choice.of(lists.relations(), "resident.relation.", words),
            Choice.of(lists.consents(), "resident.consent.", words),
            Choice.of(lists.revealPurposes(), "resident.purpose.", words),
            names.choices(ties.institutions(staff)),
            GroupsShown.of(groups, resident.birthDate(), staff.area(), words),
            names,
            today()));
    return "resident/show";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
