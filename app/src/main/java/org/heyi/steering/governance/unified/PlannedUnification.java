package org.heyi.steering.governance.unified;

import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;

/// 包中统一管理: where a consortium begins, and what its plan says of dimensions besides their names.
record PlannedUnification(
    PackNode where,
    String consortium,
    UnifiedStatus begins,
    Citation origin,
    List<Detail> details) {

  record Detail(
      PackNode where, UnifiedKind kind, String name, String centre, String rule, Citation origin) {}
}
