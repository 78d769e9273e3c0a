package org.heyi.platform.policy;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Problem;

/// 参数守护: a room above that holds values of parameters fast. The room declares a bean; every pack is
/// asked before it is applied.
public interface ParameterGuard {

  /// What may not become another value, as it is loaded now.
  List<Held> held(AreaId area);

  /// A value that may not be changed or withdrawn.
  ///
  /// @param consortium for which it holds
  /// @param because the refusal; its places are filled with the args, then old and new value
  record Held(String consortium, String key, Problem because, List<Object> args) {}
}
