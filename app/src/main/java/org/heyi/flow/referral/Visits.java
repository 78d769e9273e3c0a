package org.heyi.flow.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.BookSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.Slots;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Arrived;
import org.heyi.flow.referral.Referral.Expired;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.Referral.Visit;
import org.heyi.flow.referral.content.Destination;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 就诊时间: how a referral takes, changes, uses and loses its time at the hospital.
@Component
class Visits {

  private final Appointments appointments;
  private final Slots slots;
  private final StepTimes times;
  private final Clock clock;

  Visits(Appointments appointments, Slots slots, StepTimes times, Clock clock) {
    this.appointments = appointments;
    this.slots = slots;
    this.times = times;
    this.clock = clock;
  }

  /// The time of the visit after the step: the old one, or the new one in its place. A time that
  /// the sender held there and did not take is given back.
  Visit taken(Referral it, Route route, @Nullable SlotId slot, Staff by) {
    var visit = take(it, route, slot, by);
    slots.release(route.to().hospital(), route.to().department(), by);
    return visit;
  }

  private Visit take(Referral it, Route route, @Nullable SlotId slot, Staff by) {
    var held = it.visit();
    if (slot == null) {
      var kept = held == null ? null : newest(it);
      if (kept == null || held == null) {
        throw ReferralProblem.SLOT_NEEDED.with();
      }
      sameDestination(kept, route.to());
      return held;
    }
    var booked =
        held == null
            ? bookAgain(it, slot, by)
            : appointments.moveAnywhere(held.appointment(), slot, by);
    sameDestination(booked, route.to());
    return of(booked);
  }

  /// The schedule may have found the resident another time after a stopped clinic: then that
  /// appointment is moved, so that there is never a second one.
  private AppointmentView bookAgain(Referral it, SlotId slot, Staff by) {
    var earlier = newest(it);
    return earlier != null && earlier.status().equals("booked")
        ? appointments.moveAnywhere(earlier.id(), slot, by)
        : appointments.book(
            new BookSlot(slot, it.origin().resident(), Referrals.subject(it.id())), by);
  }

  private static void sameDestination(AppointmentView booked, Destination to) {
    if (!booked.hospital().equals(to.hospital()) || !booked.department().equals(to.department())) {
      throw ReferralProblem.SLOT_ELSEWHERE.with();
    }
  }

  /// The resident is here; also one who was marked as a no-show and came after all.
  Arrived arrive(Accepted it, @Nullable OnPaper paper, Staff by) {
    var booked = it.visit();
    var visit = booked == null ? missed(it) : booked;
    appointments.arrive(visit.appointment(), happened(paper), by);
    return it.move(visit).arrive();
  }

  private Visit missed(Accepted it) {
    var missed = newest(it);
    if (missed == null || !missed.status().equals("no_show")) {
      throw ReferralProblem.SLOT_NEEDED.with();
    }
    return of(missed);
  }

  Accepted noShow(Accepted it, @Nullable OnPaper paper, Staff by) {
    var visit = it.visit();
    if (visit == null) {
      throw ReferralProblem.SLOT_NEEDED.with();
    }
    appointments.noShow(visit.appointment(), happened(paper), by);
    return it.loseVisit();
  }

  /// 停机补录: what the hospital reviewed on paper, and the clock ended before it could be entered.
  Sent again(Expired it, @Nullable OnPaper paper, Staff by) {
    var booked = appointments.takeAgain(Referrals.subject(it.id()), happened(paper), by);
    return it.again(of(booked));
  }

  /// What may be entered now that was done on paper. One that the clock ended is among it as long
  /// as its visit is no older than papers may be.
  Set<ReferralAction> onPaper(ReferralView it, Staff by) {
    var may = ReferralActions.onPaper(it.facts(), by);
    var visit = it.visit();
    var lapsed =
        visit != null
            && visit.status().equals("cancelled")
            && visit.end().isAfter(times.oldestPaper(by.area(), it.facts().sender()));
    if (it.facts().state() == ReferralState.EXPIRED && !lapsed) {
      may.remove(ReferralAction.ACCEPT);
    }
    return may;
  }

  private Instant happened(@Nullable OnPaper paper) {
    return paper == null ? clock.instant() : paper.happened();
  }

  private @Nullable AppointmentView newest(Referral it) {
    return appointments.of(Referrals.subject(it.id())).orElse(null);
  }

  static Visit of(AppointmentView it) {
    return new Visit(it.id(), it.start(), it.end());
  }
}
