package org.heyi.flow.referral.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.flow.referral.office.Office;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.print.Paper;
import org.heyi.platform.print.Printer;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Pages for paper: the resident's slip, and 双向转诊单 with its stub; from the browser and as PDF.
@Controller
@RequestMapping("/referrals/{id}")
class ReferralPrintPages {

  private final Referrals referrals;
  private final VitalSigns vitalSigns;
  private final PaperForms forms;
  private final Offices offices;
  private final Watermark watermark;
  private final Printer printer;
  private final Clock clock;

  ReferralPrintPages(
      Referrals referrals,
      VitalSigns vitalSigns,
      PaperForms forms,
      Offices offices,
      Watermark watermark,
      Printer printer,
      Clock clock) {
    this.referrals = referrals;
    this.vitalSigns = vitalSigns;
    this.forms = forms;
    this.offices = offices;
    this.watermark = watermark;
    this.printer = printer;
    this.clock = clock;
  }

  @GetMapping("/slip")
  ModelAndView slip(@PathVariable ReferralId id, Staff staff, Words words) {
    return new ModelAndView("referral/slip", shown(referrals.view(id, staff), staff, words));
  }

  @GetMapping("/form")
  ModelAndView form(@PathVariable ReferralId id, Staff staff, Words words) {
    return new ModelAndView("referral/form", shown(referrals.view(id, staff), staff, words));
  }

  @GetMapping("/slip.pdf")
  ResponseEntity<byte[]> slipAsPdf(@PathVariable ReferralId id, Staff staff, Words words) {
    return pdf("slip", id, staff, words);
  }

  @GetMapping("/form.pdf")
  ResponseEntity<byte[]> formAsPdf(@PathVariable ReferralId id, Staff staff, Words words) {
    return pdf("form", id, staff, words);
  }

  private ResponseEntity<byte[]> pdf(String what, ReferralId id, Staff staff, Words words) {
    var view = referrals.print(id, staff);
    var model = new HashMap<String, @Nullable Object>(shown(view, staff, words));
    model.put("link", printer.link("/referrals/" + id));
    var name = view.number() + "-" + what;
    return printer.print(new Paper(name, "referral/paper/" + what, model, words)).response();
  }

  private Map<String, @Nullable Object> shown(ReferralView view, Staff staff, Words words) {
    var now = clock.instant();
    var shown = new HashMap<String, @Nullable Object>();
    shown.put("referral", view);
    shown.put("form", forms.of(view.facts().sender(), words));
    shown.put("office", office(view));
    shown.put("signs", vitalSigns.all());
    shown.put("now", now);
    shown.put("watermark", watermark.of(staff, now, words));
    return shown;
  }

  /// Whom one calls at the hospital.
  private @Nullable Office office(ReferralView view) {
    var to = view.request().to();
    return to == null ? null : offices.of(to.hospital()).orElse(null);
  }
}
