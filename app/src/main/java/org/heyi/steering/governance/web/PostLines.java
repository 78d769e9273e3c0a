package org.heyi.steering.governance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.ConcurrentPost;
import org.springframework.stereotype.Component;

/// Posts held together, and what today's records say of them (GOV-13).
@Component
class PostLines {

  private static final String SOLE = "sole-legal-representative";

  private final Arrangements arrangements;
  private final Communities communities;
  private final Institutions institutions;
  private final Policies policies;
  private final java.time.Clock clock;

  PostLines(
      Arrangements arrangements,
      Communities communities,
      Institutions institutions,
      Policies policies,
      java.time.Clock clock) {
    this.arrangements = arrangements;
    this.communities = communities;
    this.institutions = institutions;
    this.policies = policies;
    this.clock = clock;
  }

  List<GovernancePage.Entry> of(Pack area, ConsortiumView consortium, Words words) {
    var lines = new ArrayList<GovernancePage.Entry>();
    var today = java.time.LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    policies
        .find(SOLE, area.area(), consortium.id(), today)
        .filter(PolicyValue::flag)
        .ifPresent(it ->
            lines.add(
                new GovernancePage.Entry(
                    words.of("governance.sole-representative"),
                    compared(consortium, true, words),
                    words.of("governance.manner.always"),
                    new Citation(it.clause(), it.house()))));
    arrangements.concurrentPosts(area.area()).stream()
        .filter(it -> it.consortium().equals(consortium.id().value()))
        .forEach(it -> lines.add(line(it, consortium, words)));
    return lines;
  }

  private GovernancePage.Entry line(ConcurrentPost it, ConsortiumView consortium, Words words) {
    return new GovernancePage.Entry(
        words.of(
            "governance.held-by", words.of("governance.post." + it.post().code()), it.holder()),
        switch (it.post()) {
          case MEMBER_LEGAL_REPRESENTATIVE -> compared(consortium, false, words);
          case CONSORTIUM_HEAD, PARTY_SECRETARY, LEADING_GROUP ->
              words.of("governance.holder-not-recorded");
        },
        words.of("governance.manner." + it.manner().code()),
        it.origin());
  }

  /// Beside the lead's legal representative, as far as both are recorded; no names are shown.
  private String compared(ConsortiumView consortium, boolean must, Words words) {
    var members =
        communities.members(consortium.id()).stream().filter(it -> it.role().inside()).toList();
    var recorded =
        institutions.legalRepresentatives(members.stream().map(MemberView::institution).toList());
    var leads =
        members.stream()
            .filter(it -> it.role().leads())
            .map(MemberView::institution)
            .filter(recorded::containsKey)
            .map(recorded::get)
            .toList();
    var others = members.stream().filter(it -> !it.role().leads()).toList();
    if (leads.isEmpty()) {
      return words.of("governance.lead-not-recorded");
    }
    var same = named(others, recorded, leads, true);
    var different = named(others, recorded, leads, false);
    var unknown = others.size() - same.size() - different.size();
    return words.of(
        must ? "governance.compared-must" : "governance.compared-may",
        String.valueOf(same.size()),
        different.isEmpty() ? "—" : String.join("、", different),
        String.valueOf(unknown));
  }

  private static List<String> named(
      List<MemberView> members,
      Map<InstitutionId, String> recorded,
      List<String> leads,
      boolean same) {
    return members.stream()
        .filter(it -> recorded.containsKey(it.institution()))
        .filter(it -> leads.contains(recorded.get(it.institution())) == same)
        .map(MemberView::name)
        .toList();
  }
}
