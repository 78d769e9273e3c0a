package org.heyi.steering.community;

import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.ParameterPlan;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 包中医共体: a consortium as a policy pack gives it.
///
/// @param parent the consortium it lies in, or empty (GOV-05)
/// @param standsAs the institution that stands for it among the parent's members, or empty
record PlannedConsortium(
    PackNode where,
    String id,
    Names names,
    ConsortiumForm form,
    String parent,
    String standsAs,
    String batch,
    boolean includesClinics,
    boolean synthetic,
    Period life,
    Citation origin,
    @Nullable Transition transition,
    @Nullable Formula formula,
    List<Member> members,
    @Nullable ParameterPlan parameters) {

  /// @param house the name is ours
  record Names(String name, String nameEn, String tradeName, boolean house) {

    ParameterPlan.Whose whose(String id) {
      return new ParameterPlan.Whose(id, name, nameEn);
    }
  }

  /// 转型: the form the plan wants by the end of a year.
  record Transition(ConsortiumForm form, int by, Citation origin) {}

  /// @param printed the plan prints it so; else it is our description
  record Formula(String text, boolean printed, Citation origin, List<Part> parts) {}

  record Part(PackNode where, FormulaPart part) {}

  record Member(
      PackNode where,
      String institution,
      MemberRole role,
      String batch,
      Accession accession,
      Period period,
      Citation origin) {}

  /// How it joined (AGR-05).
  record Accession(List<String> modes, String clause) {

    static final Accession NOT_SAID = new Accession(List.of(), "");
  }
}
