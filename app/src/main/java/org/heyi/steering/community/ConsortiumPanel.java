package org.heyi.steering.community;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;

/// 医共体页栏目: what a room above knows of a consortium or of an area's consortia, shown on their pages.
/// The room declares a bean.
public interface ConsortiumPanel {

  /// Smaller is higher.
  int order();

  /// Texts come ready in the reader's language; empty when there is nothing to show.
  Optional<Content> of(ConsortiumView consortium, Words words);

  Optional<Content> of(AreaId area, Words words);

  /// A title, lines, and the page where there is more.
  record Content(String title, List<String> lines, String path, String more) {}
}
