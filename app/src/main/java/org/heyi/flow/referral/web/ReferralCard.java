package org.heyi.flow.referral.web;

import java.util.ArrayList;
import java.util.List;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.flow.referral.list.Waiting;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.HomeCard;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// The home page's card of referrals: counts, no names.
@Component
class ReferralCard implements HomeCard {

  private final ReferralLists lists;

  ReferralCard(ReferralLists lists) {
    this.lists = lists;
  }

  @Override
  public int order() {
    return 110;
  }

  @Override
  public boolean shownTo(Staff staff) {
    return staff.may(ReferralDuty.SEND)
        || staff.may(ReferralDuty.REVIEW)
        || staff.may(ReferralDuty.ADVISE)
        || staff.may(ReferralDuty.ARRIVE)
        || staff.may(ReferralDuty.TREAT);
  }

  @Override
  public Content content(Staff staff, Words words) {
    return new Content(
        words.of("referral.card"),
        lines(staff, lists.waiting(staff), words),
        words.of(
            staff.may(ReferralDuty.SEND) ? "referral.card-empty-sender" : "referral.card-empty"));
  }

  private static List<Line> lines(Staff staff, Waiting it, Words words) {
    var lines = new ArrayList<Line>();
    if (staff.may(ReferralDuty.SEND)) {
      add(lines, words.of("referral.card-drafts"), it.drafts(), 0, "/referrals/sent?state=draft");
      add(
          lines,
          words.of("referral.card-returned"),
          it.returned(),
          0,
          "/referrals/sent?state=returned");
      add(
          lines,
          words.of("referral.card-without-time"),
          it.withoutTime(),
          0,
          "/referrals/sent?state=open");
      add(
          lines,
          words.of("referral.card-to-read"),
          it.toRead(),
          0,
          "/referrals/sent?state=fed-back");
    }
    if (staff.may(ReferralDuty.REVIEW)) {
      add(lines, words.of("referral.card-review"), it.toReview(), it.late(), "/referrals/inbox");
    }
    if (staff.may(ReferralDuty.ADVISE)) {
      add(lines, words.of("referral.card-advise"), it.toAdvise(), 0, "/referrals/inbox");
    }
    if (staff.may(ReferralDuty.ARRIVE)) {
      add(lines, words.of("referral.card-arriving"), it.arriving(), 0, "/referrals/desk");
    }
    if (staff.may(ReferralDuty.TREAT)) {
      add(lines, words.of("referral.card-care"), it.inCare(), 0, "/referrals/care");
    }
    return lines;
  }

  private static void add(List<Line> lines, String text, long count, long late, String path) {
    if (count > 0) {
      lines.add(new Line(text, count, late, path));
    }
  }
}
