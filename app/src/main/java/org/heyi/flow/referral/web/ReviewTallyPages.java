package org.heyi.flow.referral.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.heyi.flow.referral.list.ReviewTallies;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the office found of each sender's referrals in a month.
@Controller
class ReviewTallyPages {

  private final ReviewTallies tallies;
  private final Clock clock;

  ReviewTallyPages(ReviewTallies tallies, Clock clock) {
    this.tallies = tallies;
    this.clock = clock;
  }

  @GetMapping("/referrals/reviews")
  String reviews(@RequestParam(defaultValue = "") String month, Staff staff, Model model) {
    var asked = month(month);
    model.addAttribute("month", asked);
    model.addAttribute("rows", tallies.of(asked, staff));
    return "referral/reviews";
  }

  private YearMonth month(String text) {
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeException thisMonth) {
      return YearMonth.from(clock.instant().atZone(Moments.CHINA));
    }
  }
}
