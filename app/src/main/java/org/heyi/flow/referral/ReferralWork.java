package org.heyi.flow.referral;

import java.util.Objects;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Arrived;
import org.heyi.flow.referral.Referral.Closed;
import org.heyi.flow.referral.Referral.Draft;
import org.heyi.flow.referral.Referral.Expired;
import org.heyi.flow.referral.Referral.FedBack;
import org.heyi.flow.referral.Referral.InCare;
import org.heyi.flow.referral.Referral.Origin;
import org.heyi.flow.referral.Referral.Refused;
import org.heyi.flow.referral.Referral.Returned;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.Referral.Withdrawn;
import org.heyi.flow.referral.StepTimes.Deadline;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkOwner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 责任交接: keeps the one work item of a referral at its owner: opened, passed and closed in the
/// transaction that changes the referral.
@Component
class ReferralWork {

  private final Work work;
  private final StepTimes times;
  private final Titles titles;

  ReferralWork(Work work, StepTimes times, Titles titles) {
    this.work = work;
    this.times = times;
    this.titles = titles;
  }

  /// What is to be done next, as a word key; null when nobody need do anything.
  static @Nullable String next(Referral it) {
    return switch (it) {
      case Draft _ -> null;
      case Sent sent when sent.visit() == null -> "referral.rebook";
      case Sent sent -> sent.forwarded() ? "referral.advise" : "referral.review";
      case Returned _ -> "referral.revise";
      case Accepted accepted -> accepted.visit() == null ? "referral.rebook" : "referral.arrive";
      case Arrived _ -> "referral.take-in";
      case InCare _ -> "referral.feed-back";
      case FedBack _ -> "referral.read";
      case Closed _, Refused _, Withdrawn _, Expired _ -> null;
    };
  }

  /// @param assignee the person it is given to, or null
  void follow(Referral before, Referral after, @Nullable AccountId assignee, Staff by) {
    var had = next(before);
    var has = next(after);
    var subject = Referrals.subject(after.id());
    if (has == null) {
      if (had != null) {
        close(subject, had, by);
      }
      return;
    }
    var item = item(after, has, assignee);
    if (had == null) {
      work.open(item, by);
    } else if (!had.equals(has) || !Objects.equals(before.route(), after.route())) {
      pass(subject, had, item, by);
    } else if (!Objects.equals(before.visit(), after.visit())) {
      work.redate(subject, has, item.remindAt(), item.due(), by);
    }
  }

  private void close(Subject subject, String kind, Staff by) {
    if (Clockwork.is(by)) {
      work.closeByClock(subject, kind, Clockwork.JOB);
    } else {
      work.close(subject, kind, by);
    }
  }

  private void pass(Subject subject, String kind, OpenWork next, Staff by) {
    if (Clockwork.is(by)) {
      work.passByClock(subject, kind, next, Clockwork.JOB);
    } else {
      work.pass(subject, kind, next, by);
    }
  }

  void claim(Referral it, Staff by) {
    work.claim(Referrals.subject(it.id()), open(it), by);
  }

  void release(Referral it, Staff by) {
    work.release(Referrals.subject(it.id()), open(it), by);
  }

  private static String open(Referral it) {
    var next = next(it);
    if (next == null) {
      throw ReferralProblem.STALE.with(it.id());
    }
    return next;
  }

  private OpenWork item(Referral it, String kind, @Nullable AccountId assignee) {
    var route = Objects.requireNonNull(it.route());
    var deadline = deadline(it, route);
    return new OpenWork(
        Referrals.subject(it.id()),
        kind,
        titles.of(route.to()),
        "/referrals/" + it.id(),
        new WorkOwner(owner(it, route), duty(it).code(), assignee),
        route.urgency().rank(),
        deadline.remind(),
        deadline.due());
  }

  private static ReferralDuty duty(Referral it) {
    return switch (it) {
      case Sent sent when sent.visit() != null ->
          sent.forwarded() ? ReferralDuty.ADVISE : ReferralDuty.REVIEW;
      case Accepted accepted when accepted.visit() != null -> ReferralDuty.ARRIVE;
      case Arrived _, InCare _ -> ReferralDuty.TREAT;
      case Draft _, Sent _, Returned _, Accepted _, FedBack _ -> ReferralDuty.SEND;
      case Closed _, Refused _, Withdrawn _, Expired _ -> ReferralDuty.SEND;
    };
  }

  private static InstitutionId owner(Referral it, Route route) {
    return duty(it) == ReferralDuty.SEND ? it.origin().sender() : route.to().hospital();
  }

  private Deadline deadline(Referral it, Route route) {
    Origin origin = it.origin();
    return switch (it) {
      case Sent(_, _, var visit, _) when visit != null ->
          times.review(origin, route.urgency(), visit);
      case Accepted(_, _, var visit) when visit != null -> times.arrive(origin, visit);
      case Arrived arrived -> times.takeIn(origin, arrived.visit());
      case InCare _, FedBack _ -> times.feedBack(origin);
      case Draft _, Sent _, Returned _, Accepted _ -> times.revise(origin);
      case Closed _, Refused _, Withdrawn _, Expired _ -> times.revise(origin);
    };
  }
}
