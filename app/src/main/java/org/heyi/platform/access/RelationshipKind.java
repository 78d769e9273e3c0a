package org.heyi.platform.access;

/// 关系种类: why an institution may see a resident's data.
public enum RelationshipKind {
  /// It registered the resident.
  REGISTERED,
  /// It is the resident's first-contact institution or manages their grid.
  CATCHMENT,
  /// It has the family-doctor contract.
  CONTRACT,
  /// It sent or receives a referral.
  REFERRAL,
  /// It has a visit or booked appointment.
  VISIT,
  /// Somebody there broke the glass, with a reason, for a limited time.
  EMERGENCY
}
