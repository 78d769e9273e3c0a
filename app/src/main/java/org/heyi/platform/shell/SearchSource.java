package org.heyi.platform.shell;

import java.util.List;
import org.heyi.platform.shared.Staff;

/// 搜索来源: what a room finds for the search box, within the caller's rights.
public interface SearchSource {

  /// Key of the words above its hits.
  String label();

  /// Smaller is higher.
  int order();

  /// At most `most`, the likeliest first, in the reader's language.
  List<Hit> search(String text, Staff by, Words words, int most);

  /// One hit.
  record Hit(String title, String detail, String path) {}

  /// The hits of one source under its label.
  record Found(String label, List<Hit> hits) {}
}
