package org.heyi.steering.directory;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;

/// 机构页栏目: what a room above knows of an institution, shown on its page. The room declares a bean.
public interface InstitutionPanel {

  /// Smaller is higher.
  int order();

  /// Texts come ready in the reader's language; empty when there is nothing to show.
  Optional<Content> of(InstitutionId institution, Words words);

  /// A title and its lines.
  record Content(String title, List<Line> lines) {}

  /// One line.
  ///
  /// @param path where its text leads; empty for what leads nowhere
  /// @param planned whether it comes from the pack, so that its origin is shown
  /// @param clause where it stands in the plan; empty when the house chose
  record Line(String text, String detail, String path, boolean planned, String clause) {

    /// What the pack says.
    public Line(String text, String detail, String path, String clause) {
      this(text, detail, path, true, clause);
    }

    /// What is so in the system today.
    public static Line fact(String text, String detail) {
      return new Line(text, detail, "", false, "");
    }
  }
}
