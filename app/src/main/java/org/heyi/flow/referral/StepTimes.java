package org.heyi.flow.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.heyi.flow.referral.Referral.Origin;
import org.heyi.flow.referral.Referral.Visit;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.policy.KeptAnswers;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 步骤时限: when each step of a referral is due, from the sender's policy parameters.
@Component
class StepTimes {

  /// When the owner is reminded and when the step is due.
  record Deadline(Instant remind, Instant due) {}

  private final Policies policies;
  private final Communities communities;
  private final Clock clock;
  private final KeptAnswers<Question> kept;

  private record Question(String key, AreaId area, InstitutionId sender, LocalDate on) {}

  StepTimes(Policies policies, Communities communities, Clock clock) {
    this.policies = policies;
    this.communities = communities;
    this.clock = clock;
    this.kept = new KeptAnswers<>(clock);
  }

  /// The review is due in the time its urgency allows, and n hours before the visit at the latest:
  /// then it escalates. A visit that is nearer than that when the referral is sent sets the limit
  /// by its beginning; else it would be overdue before anybody could look.
  Deadline review(Origin it, Urgency urgency, Visit visit) {
    var now = clock.instant();
    var allowed = value("referral-review-hours", it).part(urgency.code()).duration();
    var byUrgency = now.plus(allowed);
    var hoursBefore = visit.start().minus(length("referral-escalate-hours-before-visit", it));
    var byVisit = hoursBefore.isAfter(now) ? hoursBefore : visit.start();
    var due = byUrgency.isBefore(byVisit) ? byUrgency : byVisit;
    return deadline(it, due.isBefore(now) ? now : due);
  }

  /// The sender edits what came back while the slot is held, or finds another time.
  Deadline revise(Origin it) {
    return deadline(it, clock.instant().plus(length("referral-return-hold-hours", it)));
  }

  Deadline arrive(Origin it, Visit visit) {
    return atTheEnd(it, visit);
  }

  Deadline takeIn(Origin it, Visit visit) {
    return atTheEnd(it, visit);
  }

  private Deadline atTheEnd(Origin it, Visit visit) {
    var now = clock.instant();
    return deadline(it, visit.end().isBefore(now) ? now : visit.end());
  }

  Deadline feedBack(Origin it) {
    return deadline(it, clock.instant().plus(length("referral-feedback-days", it)));
  }

  /// A slot of a returned referral is held for so long, and never past its own beginning.
  Instant holdUntil(Origin it, Visit visit) {
    var end = clock.instant().plus(length("referral-return-hold-hours", it));
    return end.isBefore(visit.start()) ? end : visit.start();
  }

  /// What nobody goes on with for so long comes to nothing.
  Instant abandoned(Origin it) {
    return clock.instant().plus(length("referral-draft-days", it));
  }

  /// After its end the hospital may still look at what it treated, until questions are answered.
  Instant accessUntil(Origin it) {
    return clock.instant().plus(length("referral-feedback-days", it));
  }

  /// How far back another referral to the same department is worth a warning.
  Instant duplicatesSince(Origin it) {
    return clock.instant().minus(length("duplicate-warning-days", it));
  }

  /// What was done on paper before that is no longer entered.
  Instant oldestPaper(AreaId area, InstitutionId sender) {
    return clock.instant().minus(value("referral-late-entry-days", area, sender).duration());
  }

  private Deadline deadline(Origin it, Instant due) {
    var now = clock.instant();
    var remind = due.minus(length("reminder-hours-before-due", it));
    return new Deadline(remind.isBefore(now) ? due : remind, due);
  }

  private Duration length(String key, Origin it) {
    return value(key, it).duration();
  }

  private PolicyValue value(String key, Origin it) {
    return value(key, it.area(), it.sender());
  }

  private PolicyValue value(String key, AreaId area, InstitutionId sender) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return kept.of(new Question(key, area, sender, today), PolicyValue.class, this::read);
  }

  private PolicyValue read(Question it) {
    return policies.require(it.key(), it.area(), consortium(it), it.on());
  }

  private @Nullable ConsortiumId consortium(Question it) {
    return communities.of(it.sender(), it.on()).stream()
        .map(Membership::consortium)
        .findFirst()
        .orElse(null);
  }
}
