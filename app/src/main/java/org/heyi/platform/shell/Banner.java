package org.heyi.platform.shell;

/// 横幅: a sentence over every page, e.g. that this is a demonstration. A room declares it as a bean.
public interface Banner {

  /// Key of its words.
  String label();
}
