package org.heyi.steering.community;

import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.shared.Period;

/// 包中网格: a service grid as a policy pack gives it (GOV-06).
record PlannedGrid(
    PackNode where,
    String id,
    String consortium,
    String name,
    String nameEn,
    boolean nameHouse,
    PackNode leadNode,
    String lead,
    List<Member> members,
    String scope,
    Period life,
    Citation origin) {

  record Member(PackNode where, String institution) {}
}
