package org.heyi.flow.referral.web;

import java.io.IOException;
import java.util.Map;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Drafts;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.platform.file.FileId;
import org.heyi.platform.file.StoredFiles;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Writing a referral in three short steps, each kept on the server before the next is shown:
/// state, destination, time and send. They work without JavaScript.
@Controller
@RequestMapping("/referrals")
class DraftPages {

  private static final int MOST_CHOICES = 12;

  private final Drafts drafts;
  private final Referrals referrals;
  private final Diagnoses diagnoses;
  private final VitalSigns vitalSigns;
  private final StoredFiles files;
  private final Overtaken overtaken;

  DraftPages(
      Drafts drafts,
      Referrals referrals,
      Diagnoses diagnoses,
      VitalSigns vitalSigns,
      StoredFiles files,
      Overtaken overtaken) {
    this.drafts = drafts;
    this.referrals = referrals;
    this.diagnoses = diagnoses;
    this.vitalSigns = vitalSigns;
    this.files = files;
    this.overtaken = overtaken;
  }

  @GetMapping("/new")
  ModelAndView begin(@RequestParam ResidentId resident, Staff staff) {
    var page = new ModelAndView("referral/new");
    page.addObject("resident", drafts.resident(resident, staff));
    return clinical(page, ClinicalForm.of(ClinicalSummary.EMPTY));
  }

  @PostMapping
  ModelAndView start(
      @RequestParam ResidentId resident,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var form = ClinicalForm.read(fields, vitalSigns, diagnoses, words);
    if (looksUp(fields) || !form.errors().isEmpty()) {
      var page = new ModelAndView("referral/new", status(fields));
      page.addObject("resident", drafts.resident(resident, staff));
      return clinical(page, form);
    }
    try {
      var id = drafts.start(resident, form.summary(), fields.key(), staff);
      return to(id, "destination");
    } catch (ProblemException refused) {
      return notStarted(resident, form, refused, staff, words);
    }
  }

  /// The typed text stays, under a new key: whoever was told that a draft was kept before may still
  /// want a second one.
  private ModelAndView notStarted(
      ResidentId resident, ClinicalForm form, ProblemException refused, Staff staff, Words words) {
    if (!Refusals.staysHere(refused)) {
      throw refused;
    }
    var page = new ModelAndView("referral/new", Refusals.status(refused));
    page.addObject("resident", drafts.resident(resident, staff));
    var errors = Map.of("content", Refusals.text(refused, words));
    return clinical(page, new ClinicalForm(form.typed(), form.choices(), errors, form.summary()));
  }

  @GetMapping("/{id}/clinical")
  ModelAndView clinical(@PathVariable ReferralId id, Staff staff) {
    var view = editable(id, staff);
    return clinical(page("referral/clinical", view, HttpStatus.OK), ClinicalForm.of(written(view)));
  }

  @PostMapping("/{id}/clinical")
  ModelAndView clinical(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var form = ClinicalForm.read(fields, vitalSigns, diagnoses, words);
    if (looksUp(fields) || !form.errors().isEmpty()) {
      return clinical(page("referral/clinical", editable(id, staff), status(fields)), form);
    }
    return press(
        new Sent(id, "clinical", fields, staff, words),
        () -> drafts.describe(id, form.summary(), fields.press(), staff),
        "destination");
  }

  /// The diagnoses that fit, for somebody typing; without JavaScript the form's own button does it.
  @GetMapping("/diagnoses")
  ModelAndView diagnoses(@RequestParam(defaultValue = "") String diagnosisText) {
    var page = new ModelAndView("referral/diagnoses");
    var typed = Map.of("diagnosisText", diagnosisText);
    page.addObject(
        "form",
        new ClinicalForm(
            typed, diagnoses.search(diagnosisText, MOST_CHOICES), Map.of(), ClinicalSummary.EMPTY));
    return page;
  }

  @GetMapping("/{id}/destination")
  ModelAndView destination(@PathVariable ReferralId id, Staff staff) {
    var view = editable(id, staff);
    var form = RequestForm.of(view.request(), drafts.departments("", staff));
    return destination(view, HttpStatus.OK, form, staff);
  }

  @PostMapping("/{id}/destination")
  ModelAndView destination(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var choices = drafts.departments(fields.plain("departmentText"), staff);
    var form = RequestForm.read(fields, choices, words);
    if (looksUp(fields) || !form.errors().isEmpty()) {
      return destination(editable(id, staff), status(fields), form, staff);
    }
    return press(
        new Sent(id, "destination", fields, staff, words),
        () -> drafts.request(id, form.request(), fields.press(), staff),
        "slot");
  }

  @GetMapping("/{id}/slot")
  ModelAndView slot(@PathVariable ReferralId id, Staff staff) {
    return slot(id, staff, HttpStatus.OK, Map.of());
  }

  /// 占号: the chosen time is kept while the sender makes a call or completes the form.
  @PostMapping("/{id}/hold")
  ModelAndView hold(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var slot = fields.id("slot").map(SlotId::new).orElse(null);
    return press(
        new Sent(id, "slot", fields, staff, words),
        () -> drafts.hold(id, slot, fields.press(), staff),
        "slot");
  }

  @PostMapping("/{id}/send")
  ModelAndView send(
      @PathVariable ReferralId id,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    var slot = fields.id("slot").map(SlotId::new).orElse(null);
    return press(
        new Sent(id, "slot", fields, staff, words),
        () -> referrals.send(id, slot, fields.press(), staff),
        "");
  }

  @PostMapping("/{id}/move")
  ModelAndView move(
      @PathVariable ReferralId id,
      @RequestParam SlotId slot,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    return press(
        new Sent(id, "slot", fields, staff, words),
        () -> referrals.move(id, slot, fields.press(), staff),
        "");
  }

  @PostMapping("/{id}/files")
  ModelAndView attach(
      @PathVariable ReferralId id,
      @RequestParam MultipartFile file,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words)
      throws IOException {
    var fields = new Fields(sent);
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    var content = file.getBytes();
    return press(
        new Sent(id, "clinical", fields, staff, words),
        () -> drafts.attach(id, name, content, fields.press(), staff),
        "clinical#files");
  }

  @PostMapping("/{id}/files/{file}/remove")
  ModelAndView detach(
      @PathVariable ReferralId id,
      @PathVariable FileId file,
      @RequestParam Map<String, String> sent,
      Staff staff,
      Words words) {
    var fields = new Fields(sent);
    return press(
        new Sent(id, "clinical", fields, staff, words),
        () -> drafts.detach(id, file, fields.press(), staff),
        "clinical#files");
  }

  @GetMapping("/{id}/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable ReferralId id, @PathVariable FileId file, Staff staff) {
    return drafts.file(id, file, staff).response();
  }

  /// What was sent from one step of the form.
  private record Sent(ReferralId id, String step, Fields fields, Staff staff, Words words) {}

  private ModelAndView press(Sent sent, Runnable effect, String next) {
    try {
      effect.run();
      return to(sent.id(), next);
    } catch (ProblemException refused) {
      return refused(sent, refused);
    }
  }

  /// A refusal is shown on the step where it can be put right; a form that is too old gets the page
  /// that says who was first.
  private ModelAndView refused(Sent sent, ProblemException refused) {
    if (!Refusals.staysHere(refused)) {
      throw refused;
    }
    if (Refusals.overtaken(refused)) {
      return overtaken.page(sent.id(), sent.fields(), refused, sent.staff(), sent.words());
    }
    var errors = Map.of("content", Refusals.text(refused, sent.words()));
    var status = Refusals.status(refused);
    return switch (sent.step()) {
      case "slot" -> slot(sent.id(), sent.staff(), status, errors);
      case "destination" -> {
        var choices = drafts.departments("", sent.staff());
        var form = RequestForm.read(sent.fields(), choices, sent.words());
        yield destination(
            editable(sent.id(), sent.staff()),
            status,
            new RequestForm(form.typed(), form.choices(), errors, form.request()),
            sent.staff());
      }
      default -> {
        var view = editable(sent.id(), sent.staff());
        var form =
            sent.fields().sent().containsKey("complaint")
                ? ClinicalForm.read(sent.fields(), vitalSigns, diagnoses, sent.words())
                : ClinicalForm.of(written(view));
        yield clinical(
            page("referral/clinical", view, status),
            new ClinicalForm(form.typed(), form.choices(), errors, form.summary()));
      }
    };
  }

  private ReferralView editable(ReferralId id, Staff staff) {
    return drafts.editable(id, staff);
  }

  private static ClinicalSummary written(ReferralView view) {
    return view.summary() == null ? ClinicalSummary.EMPTY : view.summary();
  }

  private ModelAndView slot(
      ReferralId id, Staff staff, HttpStatusCode status, Map<String, String> errors) {
    var page = page("referral/slot", drafts.bookable(id, staff), status);
    var held = drafts.held(id, staff).orElse(null);
    page.addObject("held", held);
    page.addObject(
        "times",
        drafts.times(id, staff).stream()
            .filter(it -> held == null || !it.slot().equals(held.slot()))
            .toList());
    page.addObject("warnings", drafts.warnings(id, staff));
    page.addObject("firstContact", drafts.besideFirstContact(id, staff).orElse(null));
    page.addObject("errors", errors);
    page.addObject("staff", staff);
    return page;
  }

  private ModelAndView clinical(ModelAndView page, ClinicalForm form) {
    page.addObject("form", form);
    page.addObject("signs", vitalSigns.all());
    page.addObject("fileTypes", String.join(",", files.allowedTypes()));
    page.addObject("fileMegabytes", files.largestMegabytes());
    return page;
  }

  private ModelAndView destination(
      ReferralView view, HttpStatusCode status, RequestForm form, Staff staff) {
    var page = page("referral/destination", view, status);
    page.addObject("form", form);
    page.addObject("hospitals", drafts.hospitals(view.resident().id(), staff));
    return page;
  }

  private static ModelAndView page(String template, ReferralView view, HttpStatusCode status) {
    var page = new ModelAndView(template, Map.of("referral", view));
    page.setStatus(status);
    return page;
  }

  /// Looking something up is no mistake; a form with a mistake is.
  private static HttpStatus status(Fields fields) {
    return looksUp(fields) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static boolean looksUp(Fields fields) {
    return fields.chosen("find").isPresent();
  }

  private static ModelAndView to(ReferralId id, String step) {
    return new ModelAndView("redirect:/referrals/" + id + (step.isEmpty() ? "" : "/" + step));
  }
}
