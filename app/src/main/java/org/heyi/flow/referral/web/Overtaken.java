package org.heyi.flow.referral.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralView;
import org.heyi.flow.referral.Referrals;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// 内容已变: the page for somebody whose form was older than the referral: who did what when, and what
/// they had typed.
@Component
class Overtaken {

  /// Fields whose text is worth keeping, by the key of their label.
  private static final List<String> WORTH_KEEPING =
      List.of(
          "complaint",
          "allergies",
          "medicines",
          "reason",
          "advice",
          "why",
          "question",
          "opinion",
          "treatment");

  private final Referrals referrals;

  Overtaken(Referrals referrals) {
    this.referrals = referrals;
  }

  ModelAndView page(
      ReferralId id, Fields fields, ProblemException refused, Staff staff, Words words) {
    var view = referrals.view(id, staff);
    var since = view.since(fields.version()).stream().map(it -> sentence(it, words)).toList();
    var page = new ModelAndView("shell/stale", HttpStatus.CONFLICT);
    page.addObject("since", since.isEmpty() ? List.of(Refusals.text(refused, words)) : since);
    page.addObject("typed", typed(fields, words));
    page.addObject("back", "/referrals/" + id);
    return page;
  }

  static String sentence(ReferralView.Course it, Words words) {
    return words.of(
        "referral.step-sentence",
        it.at(),
        it.name(),
        it.institution(),
        words.of("referral.action." + it.action().code()));
  }

  private static Map<String, String> typed(Fields fields, Words words) {
    var typed = new LinkedHashMap<String, String>();
    for (var field : WORTH_KEEPING) {
      if (!fields.text(field).isEmpty()) {
        typed.put(words.of("referral.field." + field), fields.text(field));
      }
    }
    return typed;
  }
}
