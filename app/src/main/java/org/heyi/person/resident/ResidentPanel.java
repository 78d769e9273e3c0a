package org.heyi.person.resident;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;

/// 居民页栏目: what another room adds to a resident's page: its steps on the time line.
///
/// A room declares it as a bean. It is asked only for readers who see the resident; it answers
/// within the reader's own rights and records what it shows.
public interface ResidentPanel {

  /// Key of the words that name the rows, e.g. `referral.panel`.
  String title();

  List<Row> rows(ResidentId resident, Staff by);

  /// What the reader may begin here, as buttons on the page, e.g. a referral.
  default List<Link> links(ResidentId resident, Staff by) {
    return List.of();
  }

  /// A button; `label` is a word key.
  record Link(String label, String path) {}

  /// One step.
  ///
  /// @param key word key of the sentence
  /// @param path where to look, or empty
  record Row(Instant at, String key, List<String> args, String path) {

    public Row {
      args = List.copyOf(args);
    }
  }
}
