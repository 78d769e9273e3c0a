package org.heyi.platform.shell;

import org.heyi.platform.shared.Staff;

/// 角标: the number beside a menu entry. Asked on every page, so it must be one quick query.
public interface Badge {

  /// The menu entry's path.
  String path();

  long count(Staff staff);
}
