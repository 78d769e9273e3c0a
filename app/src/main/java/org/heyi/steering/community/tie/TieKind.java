package org.heyi.steering.community.tie;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// 合作类型: the closed list of kinds, each with what it may be about.
public enum TieKind {
  /// 医疗联盟纽带 (AGR-12, 001 四(二)).
  ALLIANCE_TIE(
      true,
      "talent_sharing",
      "technical_support",
      "examination_recognition",
      "prescription_circulation",
      "service_linkage"),
  /// 远程医疗协作 (AGR-12, 001 四(三)).
  TELEMEDICINE_LINK(true, "remote_care", "remote_teaching", "remote_training"),
  /// 业务协作机制 with a group (AGR-13, 003 三(一)2).
  BUSINESS_AGREEMENT(
      true,
      "specialist_care",
      "maternal_child_health",
      "mental_health",
      "rehabilitation_nursing",
      "public_health",
      "whole_life_health"),
  /// 以往的医疗技术合作: outside the framework (AGR-10, 001 二(三)), in no statistics.
  EARLIER_TECHNICAL(false, "technical_cooperation"),
  /// 上级合作 (GOV-30).
  UPPER_LEVEL(
      true,
      "joint_building",
      "regional_medical_centre",
      "specialty_alliance",
      "counterpart_support",
      "county_medical_centre",
      "tertiary_hospital_creation",
      "key_specialty_building",
      "expert_rounds");

  private final boolean counts;
  private final Set<String> matters;

  TieKind(boolean counts, String... matters) {
    this.counts = counts;
    this.matters = Set.of(matters);
  }

  /// It is part of the community and of its statistics.
  boolean counts() {
    return counts;
  }

  boolean isAbout(String matter) {
    return matters.contains(matter);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TieKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(TieKind::code).toList();
  }

  static List<String> allMatters() {
    return Arrays.stream(values()).flatMap(it -> it.matters.stream()).sorted().toList();
  }
}
