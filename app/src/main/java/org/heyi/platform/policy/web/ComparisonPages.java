package org.heyi.platform.policy.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.heyi.platform.policy.Comparison;
import org.heyi.platform.policy.Comparison.Agreement;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.sheet.Exports;
import org.heyi.platform.sheet.ListFormat;
import org.heyi.platform.shell.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The plans side by side, for everybody who is signed in; printable, and to take out.
@Controller
@RequestMapping("/policy-comparison")
class ComparisonPages {

  private static final String DIFFERENT = "different";

  private final Policies policies;
  private final PolicyRows rows;
  private final Exports exports;

  ComparisonPages(Policies policies, PolicyRows rows, Exports exports) {
    this.policies = policies;
    this.rows = rows;
    this.exports = exports;
  }

  @GetMapping
  String show(
      @RequestParam(defaultValue = "all") String show, PageQuery order, Words words, Model model) {
    model.addAttribute("shown", page(show, order, words));
    return "policy/comparison";
  }

  @GetMapping("/export")
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "") String format,
      PageQuery order,
      Staff staff,
      Words words) {
    return exports
        .export(
            ComparisonExport.of(page(show, order, words), words),
            ListFormat.asked(format),
            words,
            staff)
        .response();
  }

  private ComparisonPage page(String show, PageQuery order, Words words) {
    var comparison = policies.compare(rows.today());
    var wanted = show.equals(DIFFERENT) ? DIFFERENT : "all";
    return new ComparisonPage(
        comparison.plans().stream().map(it -> head(it, words)).toList(),
        wanted,
        said(comparison.lines(), words),
        comparison.lines().stream()
            .filter(it -> wanted.equals("all") || it.agreement() == Agreement.DIFFERENT)
            .map(it -> line(it, words))
            .toList(),
        ExportLinks.of("/policy-comparison/export", Map.of("show", wanted), order));
  }

  private static ComparisonPage.Head head(Comparison.Column column, Words words) {
    return new ComparisonPage.Head(
        column.plan(),
        column.areas().stream()
            .map(it -> PolicyRows.isEnglish(words) ? it.nameEn() : it.name())
            .collect(joining(words.of("policy.and"))),
        "/policy/" + column.areas().getFirst().area());
  }

  private ComparisonPage.Line line(Comparison.Line line, Words words) {
    return new ComparisonPage.Line(
        line.number(),
        PolicyRows.isEnglish(words) ? line.titleEn() : line.title(),
        line.agreement(),
        line.different(),
        line.cells().stream()
            .map(cell -> cell.stream().map(it -> rows.row(it, false, words)).toList())
            .toList());
  }

  private static String said(List<Comparison.Line> lines, Words words) {
    var counts = lines.stream().collect(groupingBy(Comparison.Line::agreement, counting()));
    return Arrays.stream(Agreement.values())
        .filter(counts::containsKey)
        .map(it ->
            words.of(
                "policy.agreement-count",
                words.of("policy.agreement-" + it),
                String.valueOf(counts.get(it))))
        .collect(joining(words.of("policy.and")));
  }
}
