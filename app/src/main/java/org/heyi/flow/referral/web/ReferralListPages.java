package org.heyi.flow.referral.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.flow.referral.list.ReferralRow;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The lists people work from. Filters and order live in the URL.
@Controller
@RequestMapping("/referrals")
class ReferralListPages {

  private final ReferralLists lists;
  private final Institutions institutions;
  private final Watermark watermark;
  private final Clock clock;

  ReferralListPages(
      ReferralLists lists, Institutions institutions, Watermark watermark, Clock clock) {
    this.lists = lists;
    this.institutions = institutions;
    this.watermark = watermark;
    this.clock = clock;
  }

  @GetMapping("/sent")
  String sent(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String urgency,
      @RequestParam(defaultValue = "") String q,
      PageQuery page,
      Staff staff,
      Model model) {
    var filter = new ReferralFilter(state, urgency, "", q);
    fill(model, "/referrals/sent", filter, page, lists.sent(filter, page, staff));
    return "referral/sent";
  }

  @GetMapping("/inbox")
  String inbox(
      @RequestParam(defaultValue = "") String urgency,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String q,
      PageQuery page,
      Staff staff,
      Model model) {
    var filter = new ReferralFilter("", urgency, department, q);
    fill(model, "/referrals/inbox", filter, page, lists.inbox(filter, page, staff));
    model.addAttribute("departments", institutions.departments(staff.institution()));
    model.addAttribute("staff", staff);
    return "referral/inbox";
  }

  @GetMapping("/desk")
  String desk(
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String q,
      PageQuery page,
      Staff staff,
      Model model) {
    var filter = new ReferralFilter("", "", department, q);
    var date = day(day);
    fill(model, "/referrals/desk", filter, page, lists.desk(date, filter, page, staff));
    var params = new LinkedHashMap<>(filter.params());
    params.put("day", date.toString());
    model.addAttribute("links", new ListLinks("/referrals/desk", params, page));
    model.addAttribute("day", date);
    model.addAttribute("departments", institutions.departments(staff.institution()));
    model.addAttribute("staff", staff);
    return "referral/desk";
  }

  @GetMapping("/care")
  String care(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String q,
      PageQuery page,
      Staff staff,
      Model model) {
    var filter = new ReferralFilter(state, "", department, q);
    fill(model, "/referrals/care", filter, page, lists.care(filter, page, staff));
    model.addAttribute("departments", institutions.departments(staff.institution()));
    model.addAttribute("staff", staff);
    return "referral/care";
  }

  /// 停机应急清单: printed before, or while, Heyi is out; what is done on paper is entered later.
  @GetMapping("/outage")
  String outage(Staff staff, Words words, Model model) {
    model.addAttribute("rows", lists.outage(staff));
    model.addAttribute("now", clock.instant());
    model.addAttribute("watermark", watermark.of(staff, clock.instant(), words));
    return "referral/outage";
  }

  private void fill(
      Model model, String path, ReferralFilter filter, PageQuery page, Page<ReferralRow> rows) {
    model.addAttribute("rows", rows);
    model.addAttribute("filter", filter);
    model.addAttribute("links", new ListLinks(path, filter.params(), page));
    model.addAttribute("now", clock.instant());
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException today) {
      return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    }
  }
}
