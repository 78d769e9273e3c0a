package org.heyi.flow.referral;

import static org.heyi.flow.referral.ReferralAction.*;

import java.util.EnumSet;
import java.util.Set;
import org.heyi.platform.shared.Staff;

/// What may be done now: one pure function. Commands begin with it; pages and the API show it.
public final class ReferralActions {

  private static final Set<ReferralAction> ON_PAPER = EnumSet.of(ACCEPT, ARRIVE, NO_SHOW, TAKE_IN);

  public static Set<ReferralAction> of(ReferralFacts it, Staff by) {
    return switch (it.state()) {
      case DRAFT -> it.sentBy(by) ? EnumSet.of(EDIT, SEND, WITHDRAW) : none();
      case SENT -> sent(it, by);
      case RETURNED -> it.sentBy(by) ? EnumSet.of(EDIT, SEND, WITHDRAW) : none();
      case ACCEPTED -> accepted(it, by);
      case ARRIVED -> it.receivedBy(by, ReferralDuty.TREAT) ? EnumSet.of(TAKE_IN) : none();
      case IN_CARE -> it.receivedBy(by, ReferralDuty.TREAT) ? EnumSet.of(FEED_BACK) : none();
      case FED_BACK ->
          it.sentBy(by) || it.receivedBy(by, ReferralDuty.TREAT) ? EnumSet.of(CLOSE) : none();
      case CLOSED, REFUSED, WITHDRAWN, EXPIRED -> none();
    };
  }

  /// What may be entered later that was done on paper while Heyi was out: of what may be done now,
  /// and the review of one that the clock ended meanwhile.
  static Set<ReferralAction> onPaper(ReferralFacts it, Staff by) {
    var may = of(it, by);
    may.retainAll(ON_PAPER);
    if (it.state() == ReferralState.EXPIRED && it.receivedBy(by, ReferralDuty.REVIEW)) {
      may.add(ACCEPT);
    }
    return may;
  }

  private static Set<ReferralAction> sent(ReferralFacts it, Staff by) {
    var may = none();
    if (it.sentBy(by)) {
      may.addAll(EnumSet.of(MOVE, WITHDRAW));
    }
    if (it.slotHeld()) {
      may.addAll(it.forwarded() ? withThePhysician(it, by) : inTheOffice(it, by));
    }
    return may;
  }

  private static Set<ReferralAction> inTheOffice(ReferralFacts it, Staff by) {
    var may = claiming(it, by, ReferralDuty.REVIEW);
    if (it.receivedBy(by, ReferralDuty.REVIEW) && (it.free() || it.with(by))) {
      may.addAll(EnumSet.of(ACCEPT, RETURN, REFUSE, REDIRECT, FORWARD));
    }
    return may;
  }

  private static Set<ReferralAction> withThePhysician(ReferralFacts it, Staff by) {
    var may = claiming(it, by, ReferralDuty.ADVISE);
    if (it.receivedBy(by, ReferralDuty.ADVISE) && (it.free() || it.with(by))) {
      may.add(ADVISE);
    }
    if (it.receivedBy(by, ReferralDuty.REVIEW)) {
      may.add(RECALL);
    }
    return may;
  }

  private static Set<ReferralAction> claiming(ReferralFacts it, Staff by, ReferralDuty duty) {
    if (it.free()) {
      return it.receivedBy(by, duty) ? EnumSet.of(CLAIM) : none();
    }
    var mine = it.with(by) && it.receivedBy(by, duty);
    return mine || it.receivedBy(by, ReferralDuty.OVERSEE) ? EnumSet.of(RELEASE) : none();
  }

  private static Set<ReferralAction> accepted(ReferralFacts it, Staff by) {
    var may = none();
    if (it.sentBy(by)) {
      may.addAll(EnumSet.of(MOVE, WITHDRAW));
    }
    if (it.receivedBy(by, ReferralDuty.ARRIVE)) {
      if (it.slotHeld()) {
        may.addAll(EnumSet.of(ARRIVE, NO_SHOW));
      } else if (it.missed()) {
        may.add(ARRIVE);
      }
    }
    return may;
  }

  private static Set<ReferralAction> none() {
    return EnumSet.noneOf(ReferralAction.class);
  }

  private ReferralActions() {}
}
