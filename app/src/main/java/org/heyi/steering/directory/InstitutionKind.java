package org.heyi.steering.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// 机构类别: the closed list of GOV-03, and what the plans name besides. In packs and tables it is
/// written in small letters.
public enum InstitutionKind {
  GENERAL_HOSPITAL(Group.HOSPITAL),
  DISTRICT_HOSPITAL(Group.HOSPITAL),
  TCM_HOSPITAL(Group.HOSPITAL),
  MENTAL_HEALTH_HOSPITAL(Group.HOSPITAL),
  REHABILITATION_HOSPITAL(Group.HOSPITAL),
  SPECIALIST_HOSPITAL(Group.HOSPITAL),
  COLLEGE_AFFILIATED_HOSPITAL(Group.HOSPITAL),
  ENTERPRISE_HOSPITAL(Group.HOSPITAL),
  MCH_INSTITUTION(Group.HOSPITAL),
  NURSING_HOME(Group.CARE),
  CDC(Group.PUBLIC_HEALTH),
  TOWNSHIP_HEALTH_CENTRE(Group.PRIMARY),
  TOWN_HOSPITAL(Group.PRIMARY),
  REGIONAL_MEDICAL_CENTRE(Group.PRIMARY),
  COMMUNITY_HEALTH_CENTRE(Group.PRIMARY),
  /// 基层机构 whose exact kind the plan does not state.
  PRIMARY_INSTITUTION(Group.PRIMARY),
  /// A consortium that is itself a member (GOV-05); it works like a primary institution.
  NESTED_CONSORTIUM(Group.PRIMARY),
  COMMUNITY_HEALTH_STATION(Group.STATION),
  VILLAGE_CLINIC(Group.STATION),
  QUALITY_CONTROL_CENTRE(Group.BODY),
  GOVERNMENT_DEPARTMENT(Group.GOVERNMENT),
  EXTERNAL_SUPPORT_HOSPITAL(Group.EXTERNAL),
  EXTERNAL_SUPPORT_BODY(Group.EXTERNAL);

  /// Where rules speak of "primary institutions", "hospitals" and so on.
  public enum Group {
    HOSPITAL,
    CARE,
    PUBLIC_HEALTH,
    PRIMARY,
    /// Managed by a primary institution (GOV-09).
    STATION,
    BODY,
    GOVERNMENT,
    EXTERNAL
  }

  private final Group group;

  InstitutionKind(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /// As written in packs and tables, e.g. `village_clinic`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<InstitutionKind> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(InstitutionKind::code).toList();
  }

  public static List<String> codes(Group group) {
    return Arrays.stream(values())
        .filter(it -> it.group == group)
        .map(InstitutionKind::code)
        .toList();
  }
}
