package org.heyi.flow.referral.web;

import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.coverage.ConsortiumCoverage;
import org.heyi.flow.referral.coverage.Coverage;
import org.heyi.flow.referral.coverage.MemberCoverage;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.shell.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is on the platform and who is not yet, on a page and to take out.
@Controller
@RequestMapping("/referrals/coverage")
class CoveragePages {

  private static final List<String> HEADINGS =
      List.of(
          "consortium",
          "institution",
          "role",
          "missing",
          "people",
          "systems",
          "last-use",
          "office",
          "clinics");

  private final Coverage coverage;
  private final Exports exports;

  CoveragePages(Coverage coverage, Exports exports) {
    this.coverage = coverage;
    this.exports = exports;
  }

  @GetMapping
  String show(Staff staff, PageQuery order, Model model) {
    model.addAttribute("consortia", coverage.of(staff));
    model.addAttribute("exports", ExportLinks.of("/referrals/coverage/export", Map.of(), order));
    return "referral/coverage";
  }

  @GetMapping("/export")
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "") String format, Staff staff, Words words) {
    var list =
        new ExportedList(
            "referral-coverage",
            words.of("coverage.title"),
            HEADINGS.stream().map(it -> words.of("coverage." + it)).toList(),
            coverage.of(staff).stream()
                .flatMap(it -> it.members().stream().map(member -> row(it, member, words)))
                .toList());
    return exports.export(list, ListFormat.asked(format), words, staff).response();
  }

  private static List<String> row(ConsortiumCoverage of, MemberCoverage it, Words words) {
    return List.of(
        of.consortium().name(),
        it.name(),
        words.of("community.role." + it.role().code()),
        String.join(
            words.of("office.and"),
            it.missing().stream().map(word -> words.of("coverage.missing." + word)).toList()),
        String.valueOf(it.accounts().people()),
        String.valueOf(it.accounts().systems()),
        words.time(it.lastUse()),
        words.of(it.office() ? "coverage.yes" : "coverage.no"),
        it.clinicsConnected() + "/" + it.clinics());
  }
}
