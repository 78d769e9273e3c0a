package org.heyi.steering.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 成员角色: the closed list of GOV-04; one role per institution and consortium at a time.
public enum MemberRole {
  LEAD(true, true),
  JOINT_LEAD(true, true),
  COOPERATING(true, true),
  MEMBER(false, true),
  COLLABORATING(false, false),
  CROSS_GRID_PARTNER(false, true),
  UPPER_SUPPORT(false, false);

  private final boolean receives;
  private final boolean inside;

  MemberRole(boolean receives, boolean inside) {
    this.receives = receives;
    this.inside = inside;
  }

  /// Members refer up to it.
  boolean receives() {
    return receives;
  }

  /// Its staff with the consortium as their reach see the consortium's institutions, and are seen.
  public boolean inside() {
    return inside;
  }

  /// It belongs to a consortium that others lead.
  public boolean joins() {
    return inside && !leads();
  }

  /// It leads, alone or with another.
  public boolean leads() {
    return this == LEAD || this == JOINT_LEAD;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such role
  public static MemberRole of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(MemberRole::code).toList();
  }
}
