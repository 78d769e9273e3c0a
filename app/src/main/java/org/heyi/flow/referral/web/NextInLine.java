package org.heyi.flow.referral.web;

import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.list.ReferralFilter;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// 下一份: where the office goes after deciding one: the first of its worklist that nobody else has.
@Component
class NextInLine {

  private static final PageQuery FIRST_FEW = new PageQuery(1, 20, "", false);

  private final ReferralLists lists;

  NextInLine(ReferralLists lists) {
    this.lists = lists;
  }

  String after(ReferralId done, Staff staff) {
    return lists.inbox(ReferralFilter.NONE, FIRST_FEW, staff).rows().stream()
        .map(it -> it.facts())
        .filter(it -> !it.id().equals(done) && !it.forwarded())
        .filter(it -> it.isFor(staff))
        .findFirst()
        .map(it -> "/referrals/" + it.id())
        .orElse("/referrals/inbox");
  }
}
