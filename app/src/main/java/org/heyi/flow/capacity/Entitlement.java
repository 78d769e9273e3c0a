package org.heyi.flow.capacity;

import java.util.Locale;

/// 预留号资格: who may take a reserved slot (APT-06); the words of `reserved-entitled` in the packs.
///
/// A contract is shown by the family doctor's duty: the team that holds it books.
enum Entitlement {
  /// 向家庭医生开放.
  FAMILY_DOCTOR,
  /// 向家庭医生签约服务团队下沉.
  CONTRACTED_TEAM,
  /// 向基层医疗卫生机构下沉.
  PRIMARY_INSTITUTION,
  /// 优先保障家庭医生转诊患者.
  FAMILY_DOCTOR_REFERRED,
  /// 转诊患者.
  REFERRED_PATIENT,
  /// 基层机构上转患者.
  PRIMARY_REFERRED,
  /// 经基层转诊的签约居民.
  CONTRACTED_PRIMARY_REFERRED;

  static Entitlement of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean covers(Booker it) {
    return switch (this) {
      case FAMILY_DOCTOR, CONTRACTED_TEAM -> it.familyDoctor();
      case PRIMARY_INSTITUTION -> it.primary();
      case FAMILY_DOCTOR_REFERRED -> it.familyDoctor() && it.referral();
      case REFERRED_PATIENT -> it.referral();
      case PRIMARY_REFERRED -> it.primary() && it.referral();
      case CONTRACTED_PRIMARY_REFERRED -> it.primary() && it.familyDoctor() && it.referral();
    };
  }
}
