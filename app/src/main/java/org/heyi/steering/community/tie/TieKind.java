package org.heyi.steering.community.tie;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 合作类型: the closed list of kinds of cooperation.
public enum TieKind {
  /// 医疗联盟纽带 (AGR-12, 001 四(二)).
  ALLIANCE_TIE,
  /// 远程医疗协作 (AGR-12, 001 四(三)).
  TELEMEDICINE_LINK,
  /// 业务协作机制 with a group (AGR-13, 003 三(一)2).
  BUSINESS_AGREEMENT,
  /// 以往的医疗技术合作: outside the framework, in no statistics (AGR-10, 001 二(三)).
  EARLIER_TECHNICAL,
  /// 上级合作 (GOV-30).
  UPPER_LEVEL;

  /// It is part of the community and of its statistics.
  boolean counts() {
    return this != EARLIER_TECHNICAL;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such kind
  static TieKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(TieKind::code).toList();
  }
}
