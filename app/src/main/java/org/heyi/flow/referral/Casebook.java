package org.heyi.flow.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Arrived;
import org.heyi.flow.referral.Referral.Closed;
import org.heyi.flow.referral.Referral.Draft;
import org.heyi.flow.referral.Referral.Expired;
import org.heyi.flow.referral.Referral.FedBack;
import org.heyi.flow.referral.Referral.InCare;
import org.heyi.flow.referral.Referral.Refused;
import org.heyi.flow.referral.Referral.Returned;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.Referral.Visit;
import org.heyi.flow.referral.Referral.Withdrawn;
import org.heyi.flow.referral.ReferralStore.Clocks;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// 案卷: how every command begins and ends. It begins with what the caller sees and may do; it ends
/// with the state, the step, the slot, the work item, the relationships, the audit entry and the
/// event, all in one transaction.
@Component
class Casebook {

  /// The slot was taken from the referral, not given back by it.
  private static final List<ReferralAction> SLOT_WENT_BY_ITSELF =
      List.of(ReferralAction.NO_SHOW, ReferralAction.DISPLACE, ReferralAction.UNBOOK);

  private final ReferralStore store;
  private final ReferralSight sight;
  private final StepTimes times;
  private final ReferralWork work;
  private final Appointments appointments;
  private final Relationships relationships;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Casebook(
      ReferralStore store,
      ReferralSight sight,
      StepTimes times,
      ReferralWork work,
      Appointments appointments,
      Relationships relationships,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.sight = sight;
    this.times = times;
    this.work = work;
    this.appointments = appointments;
    this.relationships = relationships;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// The referral as the caller sees it, for an action that the caller may take now.
  Found open(ReferralId id, ReferralAction action, Press press, Staff by) {
    var found = see(id, by);
    if (found.facts().version() != press.version()) {
      throw ReferralProblem.STALE.with(id);
    }
    var paper = press.paper();
    if (paper == null) {
      permit(found.facts(), action, by);
    } else {
      permitOnPaper(found, action, paper, by);
    }
    return found;
  }

  /// The same for claiming, which changes who has it and nothing else.
  Found open(ReferralId id, ReferralAction action, Staff by) {
    var found = see(id, by);
    permit(found.facts(), action, by);
    return found;
  }

  /// A paper names who did it, after the sending and before now, and is not too old. Its time is
  /// written to the minute.
  private void permitOnPaper(Found found, ReferralAction action, OnPaper paper, Staff by) {
    permit(ReferralActions.onPaper(found.facts(), by), found.facts(), action, by);
    var happened = paper.happened();
    var origin = found.referral().origin();
    var sent = found.sentAt();
    if (paper.by().isEmpty()
        || sent == null
        || happened.isBefore(sent.truncatedTo(ChronoUnit.MINUTES))
        || happened.isAfter(clock.instant())
        || happened.isBefore(times.oldestPaper(origin.area(), origin.sender()))) {
      throw ReferralProblem.PAPER_TIME.with();
    }
  }

  private Found see(ReferralId id, Staff by) {
    return store
        .lock(id)
        .filter(found -> sight.sees(found.facts(), by))
        .orElseThrow(() -> ReferralProblem.NOT_FOUND.with(id));
  }

  private static void permit(ReferralFacts facts, ReferralAction action, Staff by) {
    permit(ReferralActions.of(facts, by), facts, action, by);
  }

  private static void permit(
      Set<ReferralAction> may, ReferralFacts facts, ReferralAction action, Staff by) {
    if (may.contains(action)) {
      return;
    }
    if (ReferralActions.of(facts.unclaimed(), by).contains(action)) {
      throw ReferralProblem.CLAIMED_BY_OTHER.with(facts.id());
    }
    throw ReferralProblem.NOT_ALLOWED.with(facts.id());
  }

  void put(Found before, Referral after, Step step, Staff by) {
    put(before, after, step, null, by);
  }

  /// @param assignee to whom the next step is given, or null
  void put(Found found, Referral after, Step step, @Nullable AccountId assignee, Staff by) {
    var before = found.referral();
    var now = clock.instant();
    var visit = before.visit();
    if (visit != null && after.visit() == null && !SLOT_WENT_BY_ITSELF.contains(step.action())) {
      free(visit, step.action().auditCode(), by);
    }
    var version = store.change(after, clocks(before, after), now);
    var account = Clockwork.is(by) ? null : by.account();
    var done = step.actingFor(found.actingFor(by));
    store.addStep(after.id(), version, after.state(), done, account, by, now);
    work.follow(before, after, assignee, by);
    relate(before, after, by);
    record(found, after, step, by);
    tell(before, after, step, version, now);
  }

  private void free(Visit visit, String why, Staff by) {
    if (Clockwork.is(by)) {
      appointments.cancelByClock(visit.appointment(), why, Clockwork.JOB, by);
    } else {
      appointments.cancel(visit.appointment(), why, by);
    }
  }

  /// When the new state ends by itself, and when a returned referral loses its slot.
  private Clocks clocks(Referral before, Referral after) {
    var origin = after.origin();
    return switch (after) {
      case Draft _ -> new Clocks(null, times.abandoned(origin));
      case Sent(_, _, var visit, _) ->
          new Clocks(null, visit == null ? times.abandoned(origin) : visit.end());
      case Returned(_, _, var visit) ->
          visit == null && before instanceof Returned
              ? new Clocks(null, store.clocks(origin.id()).expires())
              : new Clocks(
                  visit == null ? null : times.holdUntil(origin, visit), times.abandoned(origin));
      case Accepted(_, _, var visit) ->
          new Clocks(null, visit == null ? times.abandoned(origin) : null);
      case Arrived _, InCare _, FedBack _, Closed _, Refused _, Withdrawn _, Expired _ ->
          new Clocks(null, null);
    };
  }

  /// From the first sending on, both sides have a reason to see the resident's data; the hospital's
  /// ends with the referral, or some days after the treatment.
  private void relate(Referral before, Referral after, Staff by) {
    var route = after.route();
    if (route == null || (before instanceof Draft && !(after instanceof Sent))) {
      return;
    }
    var source = Referrals.subject(after.id());
    var resident = after.origin().resident();
    var hospital = route.to().hospital();
    var earlier = before.route();
    if (earlier != null && !earlier.to().hospital().equals(hospital)) {
      relationships.end(RelationshipKind.REFERRAL, resident, earlier.to().hospital(), source, by);
    }
    switch (after) {
      case Accepted _ when before instanceof Expired -> {
        begin(after, hospital, null, by);
        begin(after, after.origin().sender(), null, by);
      }
      case Sent _ -> {
        begin(after, hospital, null, by);
        begin(after, after.origin().sender(), null, by);
      }
      case Closed _ -> {
        var until = times.accessUntil(after.origin());
        begin(after, hospital, until, by);
        begin(after, after.origin().sender(), until, by);
      }
      case Refused _, Withdrawn _, Expired _ -> {
        relationships.end(RelationshipKind.REFERRAL, resident, hospital, source, by);
        relationships.end(RelationshipKind.REFERRAL, resident, after.origin().sender(), source, by);
      }
      case Draft _, Returned _, Accepted _, Arrived _, InCare _, FedBack _ -> {}
    }
  }

  private void begin(
      Referral it,
      org.heyi.platform.shared.InstitutionId institution,
      @Nullable Instant until,
      Staff by) {
    relationships.begin(
        RelationshipKind.REFERRAL,
        it.origin().resident(),
        institution,
        Referrals.subject(it.id()),
        until,
        by);
  }

  /// A step that a deputy may have done for whoever has the work.
  void record(Found found, Referral it, Step step, Staff by) {
    record(it, step, found.facts().isDeputisedBy(by) ? found.facts().assignee() : null, by);
  }

  void record(Referral it, Step step, Staff by) {
    record(it, step, null, by);
  }

  private void record(Referral it, Step step, @Nullable AccountId actingFor, Staff by) {
    var plain =
        AuditEntry.of(step.action().auditCode(), Referrals.subject(it.id()))
            .about(it.origin().resident())
            .with("state", it.state().code());
    var entry = actingFor == null ? plain : plain.with("acting-for", actingFor);
    var paper = step.paper();
    var whole = paper == null ? entry : entry.with("on-paper", paper.happened());
    if (Clockwork.is(by)) {
      audit.recordByClock(Clockwork.JOB, whole);
    } else {
      audit.record(by, whole);
    }
  }

  private void tell(Referral before, Referral after, Step step, int version, Instant at) {
    var route = after.route();
    if (route == null || (before instanceof Draft && !(after instanceof Sent))) {
      return;
    }
    var told = ReferralNews.of(after, Objects.requireNonNull(route), step, version, at);
    if (told != null) {
      events.publishEvent(told);
    }
  }
}
