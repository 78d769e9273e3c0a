package org.heyi.flow.referral.web;

import java.time.Clock;
import java.util.Map;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Pages for paper: the resident's slip, and 双向转诊单 with its stub.
@Controller
@RequestMapping("/referrals/{id}")
class ReferralPrintPages {

  private final Referrals referrals;
  private final VitalSigns vitalSigns;
  private final Offices offices;
  private final Clock clock;

  ReferralPrintPages(Referrals referrals, VitalSigns vitalSigns, Offices offices, Clock clock) {
    this.referrals = referrals;
    this.vitalSigns = vitalSigns;
    this.offices = offices;
    this.clock = clock;
  }

  @GetMapping("/slip")
  ModelAndView slip(@PathVariable ReferralId id, Staff staff, Words words) {
    return page("referral/slip", referrals.view(id, staff), staff, words);
  }

  @GetMapping("/form")
  ModelAndView form(@PathVariable ReferralId id, Staff staff, Words words) {
    var view = referrals.view(id, staff);
    var to = view.request().to();
    return page("referral/form", view, staff, words)
        .addObject("signs", vitalSigns.all())
        .addObject("office", to == null ? null : offices.of(to.hospital()).orElse(null));
  }

  private ModelAndView page(String template, ReferralView view, Staff staff, Words words) {
    var now = clock.instant();
    return new ModelAndView(
        template,
        Map.of("referral", view, "now", now, "watermark", Watermark.of(staff, now, words)));
  }
}
