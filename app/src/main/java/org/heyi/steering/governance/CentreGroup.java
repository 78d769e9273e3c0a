package org.heyi.steering.governance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 中心分组: what a centre is for, and the parameter that names those of the group.
public enum CentreGroup {
  /// 内部管理中心 (GOV-25).
  INTERNAL("internal-centres"),
  EMERGENCY("emergency-centres"),
  /// 资源共享中心.
  SHARED("shared-centres"),
  /// 服务中心.
  SERVICE("service-centres"),
  OTHER("other-centres"),
  /// Centres and places that stand in no parameter.
  FURTHER(""),
  /// 信息平台.
  PLATFORM("");

  private final String parameter;

  CentreGroup(String parameter) {
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CentreGroup of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(CentreGroup::code).toList();
  }
}
