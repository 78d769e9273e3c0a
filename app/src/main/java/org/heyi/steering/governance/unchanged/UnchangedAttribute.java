package org.heyi.steering.governance.unchanged;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// 不变属性: the closed list of GOV-12, and where this system holds such a fact.
public enum UnchangedAttribute {
  /// 法人资格. Whoever is merged into another has none any more.
  LEGAL_PERSONALITY(List.of("legal_person", "merged_into"), ""),
  /// 机构性质.
  INSTITUTION_NATURE(List.of("kind"), ""),
  /// 产权归属.
  OWNERSHIP(List.of("ownership"), ""),
  /// 人员身份属性, 职工身份.
  STAFF_IDENTITY(List.of(), ""),
  /// 职责任务.
  DUTIES(List.of(), ""),
  /// 干部管理权限: who appoints the heads.
  CADRE_AUTHORITY(List.of(), "head-selection"),
  /// 行政管理职责.
  ADMINISTRATIVE_DUTY(List.of(), ""),
  /// 财政投入保障, 投入保障: the streams of money.
  FISCAL_GUARANTEE(List.of(), "funding-streams"),
  /// 原补助渠道.
  SUBSIDY_CHANNEL(List.of(), "subsidy-original-channel");

  @SuppressWarnings("ImmutableEnumChecker") // each is made by List.of
  private final List<String> facts;

  private final String parameter;

  UnchangedAttribute(List<String> facts, String parameter) {
    this.facts = facts;
    this.parameter = parameter;
  }

  /// Facts of an institution, as the directory names them.
  List<String> facts() {
    return facts;
  }

  /// The policy parameter that says it, or empty.
  String parameter() {
    return parameter;
  }

  /// Whether this system holds anything that it could refuse to change.
  public boolean isGuarded() {
    return !facts.isEmpty() || !parameter.isEmpty();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<UnchangedAttribute> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(UnchangedAttribute::code).toList();
  }
}
