package org.heyi.person.resident.web;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentCoverage;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.ListLinks;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which permanent residents are in no service grid, and why.
@Controller
class CoveragePages {

  private final ResidentCoverage coverage;
  private final PlaceNames names;

  CoveragePages(ResidentCoverage coverage, PlaceNames names) {
    this.coverage = coverage;
    this.names = names;
  }

  @GetMapping("/residents/coverage")
  String show(
      @RequestParam(defaultValue = "") String reason,
      PageQuery page,
      Staff staff,
      Words words,
      Model model) {
    var summary = coverage.summary(staff);
    var rows = coverage.missing(reason, page, staff);
    model.addAttribute(
        "shown",
        new CoveragePage(
            summary,
            Choice.of(List.copyOf(summary.missing().keySet()), "resident.no-grid.", words),
            reason,
            rows,
            names.of(rows.rows().stream().map(ResidentCoverage.Row::institution).collect(toSet())),
            new ListLinks("/residents/coverage", Map.of("reason", reason), page)));
    return "resident/coverage";
  }
}
