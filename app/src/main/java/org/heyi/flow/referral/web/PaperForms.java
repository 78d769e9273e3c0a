package org.heyi.flow.referral.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Finds the form of the sender's area among the parameters of its pack.
@Component
class PaperForms {

  private final Policies policies;
  private final Institutions institutions;
  private final Communities communities;
  private final Clock clock;

  PaperForms(Policies policies, Institutions institutions, Communities communities, Clock clock) {
    this.policies = policies;
    this.institutions = institutions;
    this.communities = communities;
    this.clock = clock;
  }

  PaperForm of(InstitutionId sender, Words words) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    var consortium =
        communities.of(sender, today).stream()
            .findFirst()
            .map(it -> communities.consortium(it.consortium()));
    var area = institutions.find(sender).orElseThrow().area();
    Function<String, Optional<PolicyValue>> find =
        key ->
            policies.find(
                "referral-form-" + key,
                area,
                consortium.map(ConsortiumView::id).orElse(null),
                today);
    return new PaperForm(
        word(find.apply("title")),
        find.apply("letterhead")
            .map(PolicyValue::word)
            .orElseGet(() -> consortium.map(it -> name(it, words)).orElse("")),
        word(find.apply("office")),
        find.apply("remarks").map(PolicyValue::values).orElse(List.of()),
        find.apply("blocks").map(PolicyValue::values).orElse(PaperForm.ALL_BLOCKS));
  }

  private static String word(Optional<PolicyValue> value) {
    return value.map(PolicyValue::word).orElse("");
  }

  private static String name(ConsortiumView consortium, Words words) {
    if (!consortium.tradeName().isEmpty()) {
      return consortium.tradeName();
    }
    return words.language().startsWith("en") ? consortium.nameEn() : consortium.name();
  }
}
