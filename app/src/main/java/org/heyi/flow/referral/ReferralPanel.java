package org.heyi.flow.referral;

import java.util.List;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.person.resident.ResidentPanel;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// Referrals on the resident's own page, and the button that begins one.
@Component
class ReferralPanel implements ResidentPanel {

  private final ReferralLists lists;

  ReferralPanel(ReferralLists lists) {
    this.lists = lists;
  }

  @Override
  public String title() {
    return "referral.panel";
  }

  @Override
  public List<Row> rows(ResidentId resident, Staff by) {
    return lists.of(resident, by).stream()
        .map(it ->
            new Row(
                it.changedAt(),
                "referral.panel-" + it.facts().state().code(),
                List.of(it.number(), it.senderName(), it.departmentName()),
                "/referrals/" + it.facts().id()))
        .toList();
  }

  @Override
  public List<Link> links(ResidentId resident, Staff by) {
    return by.may(ReferralDuty.SEND)
        ? List.of(new Link("referral.new", "/referrals/new?resident=" + resident))
        : List.of();
  }
}
