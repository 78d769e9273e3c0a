package org.heyi.steering.directory;

import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Problem;

/// 机构登记守护: a room above that may forbid a change of what is recorded of an institution. The room
/// declares a bean; whoever changes such a fact asks it first.
public interface InstitutionGuard {

  /// What it forbids of these changes.
  List<Objection> objections(List<Change> changes);

  /// A fact that would become another one.
  ///
  /// @param fact `kind`, `ownership`, `legal_person` or `merged_into`, which ends a legal person
  /// @param before as recorded now; what nobody recorded yet is no change
  /// @param after empty where it would no longer be recorded
  record Change(InstitutionId institution, String fact, String before, String after) {}

  /// Why a fact of an institution may not be changed.
  record Objection(InstitutionId institution, Problem because, List<Object> args) {}
}
