package org.heyi.platform.policy;

import java.util.Optional;

/// 名称来源: what something is called to which a parameter points by id, e.g. the office of the top
/// body. The room that knows it declares a bean.
public interface PackNames {

  /// The unit of the parameters that point to it: institution or grid.
  String unit();

  Optional<Name> find(String id);

  /// A name in both languages and the page of the thing.
  record Name(String zh, String en, String path) {}
}
