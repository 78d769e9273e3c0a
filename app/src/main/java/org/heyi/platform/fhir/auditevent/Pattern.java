package org.heyi.platform.fhir.auditevent;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.springframework.core.io.ClassPathResource;

/// 审计模式: which of IHE's patterns an action is an instance of, told by the end of its word; from
/// `fhir/audit-patterns.psv`. What no row names is an update.
///
/// @param ending of the action's word
/// @param type code of the event's type
/// @param subtype code within the type, or empty
record Pattern(
    String ending, AuditEventAction action, String typeSystem, String type, String subtype) {

  private static final String REST = "http://terminology.hl7.org/CodeSystem/audit-event-type";
  private static final int COLUMNS = 5;
  private static final List<Pattern> ALL = read();
  private static final Pattern UPDATE = new Pattern("", AuditEventAction.U, REST, "rest", "update");

  static Pattern of(String word) {
    return ALL.stream().filter(it -> word.endsWith(it.ending)).findFirst().orElse(UPDATE);
  }

  /// Regular expression of the words that are of an action.
  static String words(AuditEventAction action) {
    return action == AuditEventAction.U
        ? "^(?!.*(" + endings(ALL) + ")$)"
        : "(" + endings(ALL.stream().filter(it -> it.action == action).toList()) + ")$";
  }

  private static String endings(List<Pattern> of) {
    return of.stream().map(it -> it.ending.replace(".", "[.]")).collect(joining("|"));
  }

  private static List<Pattern> read() {
    try {
      return new ClassPathResource("fhir/audit-patterns.psv")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pattern::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern row(String line) {
    var cells = line.split("\\|", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("audit-patterns.psv: " + Arrays.toString(cells));
    }
    var action = AuditEventAction.fromCode(cells[1]);
    return new Pattern(cells[0], action, cells[2], cells[3], cells[4]);
  }
}
