package org.heyi.steering.directory.siting;

import java.util.Locale;

/// 服务方式: who serves a settlement.
public enum ServedBy {
  NOBODY,
  /// A village clinic of the plan.
  SITE,
  /// The township health centre itself.
  CENTRE,
  /// 巡诊: the centre's people come by.
  VISIT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
