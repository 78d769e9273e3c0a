package org.heyi.flow.referral.web;

import java.util.List;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// Finds referrals of the caller's institution by number or name.
@Component
class ReferralSearch implements SearchSource {

  private final ReferralLists lists;

  ReferralSearch(ReferralLists lists) {
    this.lists = lists;
  }

  @Override
  public String label() {
    return "referral.search";
  }

  @Override
  public int order() {
    return 110;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    return lists.search(text, most, by).stream()
        .map(it ->
            new Hit(
                it.residentName() + " " + it.number(),
                it.departmentName(),
                "/referrals/" + it.facts().id()))
        .toList();
  }
}
