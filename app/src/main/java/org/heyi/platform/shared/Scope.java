package org.heyi.platform.shared;

/// 范围: how far a duty reaches from the post's own institution.
public enum Scope {
  /// The institution itself.
  OWN,
  /// The institution and those it manages (一体化管理), e.g. a health centre's village clinics.
  SUBTREE,
  /// All institutions of the service grid.
  GRID,
  /// All institutions of the consortium.
  CONSORTIUM,
  /// All institutions of the area.
  AREA,
  /// All institutions of all areas of the city, for its authorities above the area (GOV-32).
  CITY
}
