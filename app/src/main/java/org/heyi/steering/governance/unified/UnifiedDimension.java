package org.heyi.steering.governance.unified;

import org.heyi.platform.policy.Citation;

/// 统一管理的方面: one dimension of a consortium (GOV-11).
///
/// @param origin of the dimension itself, in parameter P-02
/// @param centre id of the responsible centre, or empty
/// @param rule what governs it, in the plan's words, or empty
/// @param more where centre and rule come from
public record UnifiedDimension(
    UnifiedKind kind, String name, Citation origin, String centre, String rule, Citation more) {

  boolean is(UnifiedKind thatKind, String thatName) {
    return kind == thatKind && name.equals(thatName);
  }
}
