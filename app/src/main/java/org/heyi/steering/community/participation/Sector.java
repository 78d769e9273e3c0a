package org.heyi.steering.community.participation;

import java.util.List;
import java.util.Locale;
import org.heyi.steering.directory.InstitutionKind.Group;

/// 参与分类: as what an institution is asked to take part (001 三). Clinics and stations belong through
/// the centre that manages them and are not asked themselves.
public enum Sector {
  /// 政府办基层医疗卫生机构: all of them, where the plan says so.
  GOVERNMENT_PRIMARY,
  /// A primary institution of which nobody recorded who runs it.
  PRIMARY_NOT_RECORDED,
  /// 民营医疗机构: encouraged.
  PRIVATE,
  /// Hospitals, nursing homes and public-health institutions besides.
  OTHER;

  private static final List<Group> ASKED =
      List.of(Group.HOSPITAL, Group.CARE, Group.PUBLIC_HEALTH, Group.PRIMARY);
  private static final List<String> NOT_PUBLIC = List.of("private", "social");

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean asks(Group group) {
    return ASKED.contains(group);
  }

  /// @param ownership as recorded, or empty
  static Sector of(Group group, String ownership) {
    if (NOT_PUBLIC.contains(ownership)) {
      return PRIVATE;
    }
    if (group != Group.PRIMARY) {
      return OTHER;
    }
    return ownership.isEmpty() ? PRIMARY_NOT_RECORDED : GOVERNMENT_PRIMARY;
  }
}
