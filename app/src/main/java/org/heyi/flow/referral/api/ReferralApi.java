package org.heyi.flow.referral.api;

import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Listed;
import org.heyi.platform.shell.Refusals;
import org.heyi.platform.shell.ShellProblem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Referrals as JSON, from the same facade and with the same actions as the pages.
@RestController
@RequestMapping(path = "/api/referral/referrals", produces = MediaType.APPLICATION_JSON_VALUE)
class ReferralApi {

  private final Referrals referrals;
  private final ReferralLists lists;

  ReferralApi(Referrals referrals, ReferralLists lists) {
    this.referrals = referrals;
    this.lists = lists;
  }

  @GetMapping
  @Refusals(refused = "shell.wrong-field")
  Listed<ReferralJson.Line> list(
      @RequestParam(defaultValue = "sent") String list,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String urgency,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String q,
      PageQuery page,
      Staff staff) {
    var filter = new ReferralFilter(state, urgency, department, q);
    var rows =
        switch (list) {
          case "sent" -> lists.sent(filter, page, staff);
          case "inbox" -> lists.inbox(filter, page, staff);
          default -> throw ShellProblem.WRONG_FIELD.with("list");
        };
    return Listed.of(rows, it -> ReferralJson.Line.of(it, staff));
  }

  @GetMapping("/{id}")
  @Refusals(unknown = "referral.not-found")
  ReferralJson show(@PathVariable ReferralId id, Staff staff) {
    return ReferralJson.of(referrals.view(id, staff), staff);
  }
}
