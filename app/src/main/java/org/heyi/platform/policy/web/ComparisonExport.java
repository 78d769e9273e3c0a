package org.heyi.platform.policy.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.shell.Words;

/// The plans side by side as they are taken out, one row a parameter, one column a plan.
final class ComparisonExport {

  static ExportedList of(ComparisonPage page, Words words) {
    var headings =
        new ArrayList<>(List.of(words.of("policy.number"), words.of("policy.agreement")));
    page.plans().forEach(it -> headings.add(it.plan().title() + " (" + it.areas() + ")"));
    return new ExportedList(
        "policy-comparison",
        words.of("policy.comparison"),
        headings,
        page.lines().stream().map(it -> row(it, words)).toList());
  }

  private static List<String> row(ComparisonPage.Line line, Words words) {
    var row = new ArrayList<String>();
    row.add(line.number() + " " + line.title());
    row.add(words.of("policy.agreement-" + line.agreement()));
    line.cells().forEach(cell -> row.add(cell(line, cell, words)));
    return row;
  }

  private static String cell(ComparisonPage.Line line, List<PolicyPage.Row> cell, Words words) {
    return cell.stream()
        .flatMap(row -> Stream.concat(Stream.of(statement(row, words)), values(line, row, words)))
        .collect(joining("\n"));
  }

  private static String statement(PolicyPage.Row row, Words words) {
    var whose = row.whose().isEmpty() ? "" : words.of("policy.of", row.whose()) + " ";
    return whose
        + (row.silent()
            ? words.of("policy.silent")
            : row.says() + " [" + origin(row.house(), row.clause(), words) + "]");
  }

  private static Stream<String> values(ComparisonPage.Line line, PolicyPage.Row row, Words words) {
    return row.values().stream()
        .map(it ->
            (!it.house() && line.different().contains(it.key()) ? "≠ " : "")
                + words.of("policy.labelled", it.label(), it.text())
                + " ["
                + origin(it.house(), it.clause(), words)
                + "]");
  }

  private static String origin(boolean house, String clause, Words words) {
    return house ? words.of("policy.house") : clause;
  }

  private ComparisonExport() {}
}
