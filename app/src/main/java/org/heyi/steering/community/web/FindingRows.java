package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.finding.Exemption;
import org.heyi.steering.community.finding.Finding;
import org.heyi.steering.community.finding.Findings;
import org.heyi.steering.community.finding.StructureRule;
import org.springframework.stereotype.Component;

/// Says findings in the reader's language.
@Component
class FindingRows {

  private final Findings findings;

  FindingRows(Findings findings) {
    this.findings = findings;
  }

  List<FindingRow> of(AreaId area, Words words) {
    return findings.of(area).stream().map(it -> row(it, words)).toList();
  }

  /// Those of one consortium, its grids and leads.
  List<FindingRow> of(ConsortiumView consortium, Words words) {
    return findings.of(consortium.area()).stream()
        .filter(it -> consortium.id().equals(it.target().consortium()))
        .map(it -> row(it, words))
        .toList();
  }

  static FindingRow row(Finding it, Words words) {
    var exemption = it.exemption();
    return new FindingRow(
        path(it),
        words.of("community.rule." + it.rule().code()),
        Language.name(it.target(), words),
        it.target().path(),
        expected(it, words),
        found(it, words),
        it.outcome(),
        Language.says(it.clause(), words),
        it.clause().text(),
        it.clause().inPrinciple(),
        exemption == null ? null : exemption.reason());
  }

  static String path(Finding it) {
    return "/area/%s/structure-checks/%s/%s"
        .formatted(it.target().area(), it.rule().code(), it.target().id());
  }

  private static String expected(Finding it, Words words) {
    var wanted = said(it.rule(), it.expected(), words);
    return it.suggested().isEmpty()
        ? wanted
        : words.of("community.suggested", wanted, it.suggested());
  }

  private static String found(Finding it, Words words) {
    if (it.found().isEmpty()) {
      return words.of("community.finding.not-recorded");
    }
    var found = said(it.rule(), it.found(), words);
    return it.unknown() == 0 ? found : words.of("community.and-unknown", found, it.unknown());
  }

  static String expected(Exemption it, Words words) {
    return said(it.rule(), it.expected(), words);
  }

  static String found(Exemption it, Words words) {
    return said(it.rule(), it.found(), words);
  }

  /// `≥secondary_a` with its sign kept and its code said.
  private static String said(StructureRule rule, String text, Words words) {
    var code = text.replaceFirst("^[≥≤>]", "");
    var sign = text.substring(0, text.length() - code.length());
    return sign
        + switch (rule) {
          case LEAD_LEVEL -> words.of("directory.level." + code);
          case LEAD_OWNERSHIP -> words.of("directory.ownership." + code);
          case SECONDARY_GENERAL_PER_GROUP,
              TERTIARY_GENERAL_PER_GRID,
              GROUPS_PER_GRID,
              GROUPS_PER_COUNTY_MIN,
              GROUPS_PER_COUNTY_MAX ->
              code;
        };
  }
}
