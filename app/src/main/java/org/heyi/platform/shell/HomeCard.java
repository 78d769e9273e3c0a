package org.heyi.platform.shell;

import java.util.List;
import org.heyi.platform.shared.Staff;

/// 首页卡片: what is waiting for the reader, as a room sees it.
public interface HomeCard {

  int order();

  boolean shownTo(Staff staff);

  /// Asked only when shown. Texts come ready in the reader's language.
  Content content(Staff staff, Words words);

  /// A card's content.
  ///
  /// @param empty what to do when nothing is waiting
  record Content(String title, List<Line> lines, String empty) {}

  /// One line: what, how many, where to go.
  ///
  /// @param late how many of them are overdue
  record Line(String text, long count, long late, String path) {}
}
