package org.heyi.flow.referral.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.flow.referral.OnPaper;
import org.heyi.flow.referral.Press;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.ReviewReasons;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One referral: what it says, what happened, and what the reader may do now.
@Controller
@RequestMapping("/referrals/{id}")
class ReferralPages {

  private static final int MOST_CHOICES = 12;

  private final Referrals referrals;
  private final NextInLine next;
  private final Diagnoses diagnoses;
  private final VitalSigns vitalSigns;
  private final ReviewReasons reasons;
  private final Offices offices;
  private final Overtaken overtaken;
  private final Clock clock;

  ReferralPages(
      Referrals referrals,
      NextInLine next,
      Diagnoses diagnoses,
      VitalSigns vitalSigns,
      ReviewReasons reasons,
      Offices offices,
      Overtaken overtaken,
      Clock clock) {
    this.referrals = referrals;
    this.next = next;
    this.diagnoses = diagnoses;
    this.vitalSigns = vitalSigns;
    this.reasons = reasons;
    this.offices = offices;
    this.overtaken = overtaken;
    this.clock = clock;
  }

  /// One press of one button.
  private interface Command {

    void run(ReferralId id, Press press, Staff staff);
  }

  @GetMapping
  ModelAndView show(@PathVariable ReferralId id, Staff staff) {
    return show(id, staff, HttpStatus.OK, Map.of(), new Fields(Map.of()));
  }

  @PostMapping("/claim")
  ModelAndView claim(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::claim);
  }

  @PostMapping("/release")
  ModelAndView release(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::release);
  }

  @PostMapping("/accept")
  ModelAndView accept(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::accept);
  }

  @PostMapping("/return")
  ModelAndView giveBack(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    return press(
        id,
        sent,
        staff,
        words,
        (it, press, by) ->
            referrals.giveBack(it, fields.reasons(), fields.text("advice"), press, by));
  }

  @PostMapping("/refuse")
  ModelAndView refuse(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    return press(
        id,
        sent,
        staff,
        words,
        (it, press, by) -> referrals.refuse(it, fields.reasons(), fields.text("why"), press, by));
  }

  @PostMapping("/forward")
  ModelAndView forward(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var physician = physician(fields);
    return press(
        id,
        sent,
        staff,
        words,
        (it, press, by) ->
            referrals.forward(it, physician.orElse(null), fields.text("question"), press, by));
  }

  @PostMapping("/recall")
  ModelAndView recall(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::recall);
  }

  @PostMapping("/advise")
  ModelAndView advise(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var opinion = new Fields(sent).text("opinion");
    return press(
        id, sent, staff, words, (it, press, by) -> referrals.advise(it, opinion, press, by));
  }

  @PostMapping("/withdraw")
  ModelAndView withdraw(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var why = new Fields(sent).text("why");
    return press(id, sent, staff, words, (it, press, by) -> referrals.withdraw(it, why, press, by));
  }

  @PostMapping("/arrive")
  ModelAndView arrive(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::arrive);
  }

  @PostMapping("/no-show")
  ModelAndView noShow(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::noShow);
  }

  @PostMapping("/take-in")
  ModelAndView takeIn(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::takeIn);
  }

  @PostMapping("/feed-back")
  ModelAndView feedBack(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var found = diagnoses.search(fields.plain("diagnosisText"), MOST_CHOICES);
    var diagnosis = found.size() == 1 ? found.getFirst() : null;
    var feedback = new Feedback(diagnosis, fields.text("treatment"), fields.text("advice"));
    if (diagnosis == null && !fields.text("diagnosisText").isEmpty()) {
      var key = found.isEmpty() ? "referral.error-diagnosis-none" : "referral.error-diagnosis-code";
      var errors = Map.of("diagnosisText", words.of(key));
      return show(id, staff, HttpStatus.UNPROCESSABLE_CONTENT, errors, fields);
    }
    return press(
        id, sent, staff, words, (it, press, by) -> referrals.feedBack(it, feedback, press, by));
  }

  @PostMapping("/close")
  ModelAndView close(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    return press(id, sent, staff, words, referrals::close);
  }

  /// 补录: what was done on paper while Heyi was out.
  @PostMapping("/late")
  ModelAndView late(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var happened = PaperTime.read(fields.text("happened"));
    if (happened.isEmpty() || fields.text("paperBy").isEmpty()) {
      var errors = Map.of("happened", words.of("referral.error-paper"));
      return show(id, staff, HttpStatus.UNPROCESSABLE_CONTENT, errors, fields);
    }
    var paper = new OnPaper(happened.get(), fields.text("paperBy"));
    return press(id, sent, staff, words, (it, press, by) -> enter(it, fields, press, paper, by));
  }

  private void enter(ReferralId id, Fields fields, Press press, OnPaper paper, Staff by) {
    var late = new Press(press.key(), press.version(), paper);
    switch (fields.text("done")) {
      case "accept" -> referrals.accept(id, late, by);
      case "arrive" -> referrals.arrive(id, late, by);
      case "no-show" -> referrals.noShow(id, late, by);
      default -> referrals.takeIn(id, late, by);
    }
  }

  private ModelAndView press(
      ReferralId id, Map<String, String> sent, Staff staff, Words words, Command command) {
    var fields = new Fields(sent);
    try {
      command.run(id, fields.press(), staff);
    } catch (ProblemException refused) {
      if (!Refusals.staysHere(refused)) {
        throw refused;
      }
      return Refusals.overtaken(refused)
          ? overtaken.page(id, fields, refused, staff, words)
          : show(
              id,
              staff,
              Refusals.status(refused),
              Map.of("content", Refusals.text(refused, words)),
              fields);
    }
    return new ModelAndView("redirect:" + after(id, fields, staff));
  }

  /// Back to the referral, to the list it was opened from, or to the next one to decide.
  private String after(ReferralId id, Fields fields, Staff staff) {
    return switch (fields.text("then")) {
      case "next" -> next.after(id, staff);
      case "desk" -> "/referrals/desk";
      case "care" -> "/referrals/care";
      case "inbox" -> "/referrals/inbox";
      default -> "/referrals/" + id;
    };
  }

  private ModelAndView show(
      ReferralId id, Staff staff, HttpStatusCode status, Map<String, String> errors, Fields typed) {
    var view = referrals.view(id, staff);
    var page = new ModelAndView("referral/show");
    page.setStatus(status);
    page.addObject("referral", view);
    page.addObject("actions", view.actions(staff));
    page.addObject("staff", staff);
    page.addObject("office", offices.of(otherSide(view, staff)).orElse(null));
    page.addObject("reasons", reasons.all());
    page.addObject("signs", vitalSigns.all());
    page.addObject("errors", errors);
    page.addObject("typed", typed.sent());
    page.addObject("now", now());
    page.addObject("late", List.copyOf(referrals.onPaper(view, staff)));
    return page;
  }

  private static InstitutionId otherSide(ReferralView it, Staff by) {
    var to = it.request().to();
    return to != null && by.institution().equals(it.facts().sender())
        ? to.hospital()
        : it.facts().sender();
  }

  private Instant now() {
    return clock.instant();
  }

  private static Optional<AccountId> physician(Fields fields) {
    return fields.id("physician").map(AccountId::new);
  }
}
