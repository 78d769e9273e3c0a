package org.heyi.platform.revision.web;

import java.util.List;
import org.heyi.platform.revision.Difference;
import org.heyi.platform.revision.Revision;

/// What the page of an upload shows, with all words said.
///
/// @param refusal why it could not come into force, or empty
/// @param today the earliest day from which it can hold
public record RevisionPage(
    Revision revision,
    List<Area> areas,
    List<Fault> faults,
    List<Section> sections,
    String refusal,
    String today) {

  public record Area(String name, int base, int version, int present) {}

  /// What is wrong where in a file.
  public record Fault(String place, String path, String sentence) {}

  /// One section's differences.
  public record Section(String title, long added, long removed, long changed, List<Row> rows) {}

  /// One line: a value that changed, or an entry that came or went with all that it says.
  public record Row(
      Difference.Kind kind, String entry, String field, String before, String after) {}

  public boolean canApply() {
    return revision.state().isOpen() && !revision.isOvertaken() && faults.isEmpty();
  }
}
