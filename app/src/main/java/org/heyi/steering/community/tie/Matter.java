package org.heyi.steering.community.tie;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 合作内容: what a tie is about, each of one kind.
enum Matter {
  TALENT_SHARING(TieKind.ALLIANCE_TIE),
  TECHNICAL_SUPPORT(TieKind.ALLIANCE_TIE),
  EXAMINATION_RECOGNITION(TieKind.ALLIANCE_TIE),
  PRESCRIPTION_CIRCULATION(TieKind.ALLIANCE_TIE),
  SERVICE_LINKAGE(TieKind.ALLIANCE_TIE),
  REMOTE_CARE(TieKind.TELEMEDICINE_LINK),
  REMOTE_TEACHING(TieKind.TELEMEDICINE_LINK),
  REMOTE_TRAINING(TieKind.TELEMEDICINE_LINK),
  SPECIALIST_CARE(TieKind.BUSINESS_AGREEMENT),
  MATERNAL_CHILD_HEALTH(TieKind.BUSINESS_AGREEMENT),
  MENTAL_HEALTH(TieKind.BUSINESS_AGREEMENT),
  REHABILITATION_NURSING(TieKind.BUSINESS_AGREEMENT),
  PUBLIC_HEALTH(TieKind.BUSINESS_AGREEMENT),
  WHOLE_LIFE_HEALTH(TieKind.BUSINESS_AGREEMENT),
  TECHNICAL_COOPERATION(TieKind.EARLIER_TECHNICAL),
  JOINT_BUILDING(TieKind.UPPER_LEVEL),
  REGIONAL_MEDICAL_CENTRE(TieKind.UPPER_LEVEL),
  SPECIALTY_ALLIANCE(TieKind.UPPER_LEVEL),
  COUNTERPART_SUPPORT(TieKind.UPPER_LEVEL),
  COUNTY_MEDICAL_CENTRE(TieKind.UPPER_LEVEL),
  TERTIARY_HOSPITAL_CREATION(TieKind.UPPER_LEVEL),
  KEY_SPECIALTY_BUILDING(TieKind.UPPER_LEVEL),
  EXPERT_ROUNDS(TieKind.UPPER_LEVEL);

  private final TieKind kind;

  Matter(TieKind kind) {
    this.kind = kind;
  }

  TieKind kind() {
    return kind;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such matter
  static Matter of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Matter::code).toList();
  }
}
