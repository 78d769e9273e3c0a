package org.heyi.steering.community;

import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 医联体: a consortium as the plan describes it.
///
/// @param tradeName 定名, shown to residents; empty where the plan gives none
/// @param parent the consortium that it lies in (GOV-05)
/// @param standsAs the institution that stands for it among the parent's members
/// @param formula e.g. 1+N+10
/// @param clause empty where the house chose
public record ConsortiumView(
    ConsortiumId id,
    AreaId area,
    String name,
    String nameEn,
    String tradeName,
    ConsortiumForm form,
    @Nullable ConsortiumId parent,
    @Nullable InstitutionId standsAs,
    String batch,
    boolean includesClinics,
    boolean synthetic,
    @Nullable Transition transition,
    String formula,
    boolean formulaPrinted,
    String formulaClause,
    Period life,
    String clause) {

  /// 转型: the form that the plan wants by the end of a year.
  public record Transition(ConsortiumForm form, int by, String clause) {}
}
