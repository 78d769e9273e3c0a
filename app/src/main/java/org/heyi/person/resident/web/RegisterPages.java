package org.heyi.person.resident.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heyi.person.resident.Registration;
import org.heyi.person.resident.ResidentHit;
import org.heyi.person.resident.ResidentTies;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// Registering a resident: one column, everything wrong said at once, pressing twice is one person.
@Controller
class RegisterPages {

  private final Residents residents;
  private final ResidentTies ties;
  private final PlaceNames names;
  private final Once once;
  private final Clock clock;

  RegisterPages(Residents residents, ResidentTies ties, PlaceNames names, Once once, Clock clock) {
    this.residents = residents;
    this.ties = ties;
    this.names = names;
    this.once = once;
    this.clock = clock;
  }

  /// Checking the empty form refuses who may not register at all.
  @GetMapping("/residents/new")
  String form(Staff staff, Words words, Model model) {
    var own = ties.institutions(staff);
    var first = own.contains(staff.institution()) ? staff.institution().value() : "";
    var form = RegisterForm.empty(first);
    residents.check(form.command(), staff);
    return page(form, Map.of(), Optional.empty(), staff, words, model);
  }

  @PostMapping("/residents")
  String register(@ModelAttribute RegisterForm typed, Staff staff, Words words, Model model) {
    var errors = errors(typed, staff, words);
    if (!errors.isEmpty()) {
      return page(typed.cleaned(), errors, Optional.empty(), staff, words, model);
    }
    try {
      return "redirect:" + press(typed, staff);
    } catch (ProblemException refused) {
      return switch (refused.problem().code()) {
        case "resident.number-taken" -> {
          var error = Map.of("number", words.of(refused.problem()));
          yield page(typed, error, Optional.empty(), staff, words, model);
        }
        case "resident.similar" -> {
          var similar = residents.similar(typed.command(), staff);
          yield page(typed, Map.of(), similar, staff, words, model);
        }
        default -> throw refused;
      };
    }
  }

  /// The key comes first: who presses twice is not asked whether they know themselves.
  private String press(RegisterForm typed, Staff staff) {
    var key = typed.key() == null ? UUID.randomUUID() : typed.key();
    return once.run(key, typed.toString(), staff, () -> register(typed, staff));
  }

  private String register(RegisterForm typed, Staff staff) {
    var command = typed.command();
    if (typed.mayBeSimilar()) {
      residents.mustBeNew(command, staff);
    }
    return switch (residents.register(command, staff)) {
      case Registration.Made(var id) -> "/residents/" + id + "?registered=new";
      case Registration.Known(var id) -> "/residents/" + id + "?registered=known";
    };
  }

  private Map<String, String> errors(RegisterForm typed, Staff staff, Words words) {
    var errors = new LinkedHashMap<>(Typed.errors(residents.check(typed.command(), staff), words));
    if (typed.birthDateIsUnreadable()) {
      errors.put("birth-date", words.of("resident.birth-date-unreadable"));
    }
    if (typed.placeIsNone()) {
      errors.put("first-contact", words.of("resident.institution-out-of-reach"));
    }
    return errors;
  }

  private String page(
      RegisterForm form,
      Map<String, String> errors,
      Optional<ResidentHit> similar,
      Staff staff,
      Words words,
      Model model) {
    model.addAttribute(
        "page",
        new RegisterPage(
            form,
            errors,
            similar,
            Choice.papers(words),
            Choice.of(residents.lists().noNumberReasons(), "resident.no-number.", words),
            Choice.of(residents.lists().residences(), "resident.residence.", words),
            Choice.of(residents.lists().relations(), "resident.relation.", words),
            names.choices(ties.institutions(staff)),
            LocalDate.ofInstant(clock.instant(), Moments.CHINA)));
    return "resident/new";
  }
}
