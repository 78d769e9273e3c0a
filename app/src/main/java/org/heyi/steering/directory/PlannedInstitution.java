package org.heyi.steering.directory;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 包中机构: an institution as a policy pack gives it (GOV-02).
///
/// @param id as text: it may still be a wrong one while faults are collected
/// @param level as the plan states it, or empty
/// @param managers who manages it when (GOV-09)
public record PlannedInstitution(
    String id,
    InstitutionKind kind,
    String level,
    Period life,
    Citation origin,
    Names names,
    Facts facts,
    List<Management> managers,
    @Nullable Merger merger) {

  /// Its names: the one it has now, those before, and what else it is called.
  public record Names(
      String name, List<Former> former, List<String> aliases, String tradeName, String plaque) {}

  /// 曾用名.
  public record Former(String name, Period period, Citation origin) {}

  /// What else is known.
  ///
  /// @param creditCode 统一社会信用代码, or empty
  /// @param village where a clinic or station stands; ours where its name is
  /// @param legalPerson `yes`, `no` or empty where nobody says
  public record Facts(
      String ownership,
      String creditCode,
      String legalPerson,
      String legalRepresentative,
      String district,
      String town,
      String village,
      String note,
      boolean composed,
      boolean generated,
      boolean synthetic,
      boolean aboveArea) {}

  /// 一体化管理: one centre manages it for a time.
  public record Management(String manager, Period period, Citation origin) {}

  /// 合并: it became part of another on a day.
  public record Merger(String into, LocalDate on, Citation origin) {}

  /// Whether it is managed by that centre at any time.
  public boolean isManagedBy(String centre) {
    return managers.stream().anyMatch(it -> it.manager().equals(centre));
  }
}
