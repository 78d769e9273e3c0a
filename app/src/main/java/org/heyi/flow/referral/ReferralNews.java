package org.heyi.flow.referral;

import java.time.Instant;
import java.util.Objects;
import org.heyi.flow.referral.Referral.Route;
import org.jspecify.annotations.Nullable;

/// Which event a step is to the others.
final class ReferralNews {

  static @Nullable ReferralEvent of(Referral it, Route route, Step step, int version, Instant at) {
    var id = it.id();
    var from = it.origin().sender();
    var to = route.to().hospital();
    return switch (step.action()) {
      case SEND -> new ReferralEvent.Sent(id, from, to, version, at);
      case MOVE -> new ReferralEvent.Moved(id, from, to, version, at);
      case WITHDRAW -> new ReferralEvent.Withdrawn(id, from, to, at);
      case ACCEPT -> new ReferralEvent.Accepted(id, from, to, at);
      case RETURN -> new ReferralEvent.Returned(id, from, to, version, at);
      case REFUSE -> new ReferralEvent.Refused(id, from, to, at);
      case REDIRECT ->
          new ReferralEvent.Redirected(
              id, from, Objects.requireNonNull(step.passage()).from().hospital(), to, version, at);
      case FORWARD -> new ReferralEvent.Forwarded(id, to, version, at);
      case ARRIVE -> new ReferralEvent.Arrived(id, from, to, at);
      case TAKE_IN -> new ReferralEvent.TakenIn(id, from, to, at);
      case FEED_BACK -> new ReferralEvent.FedBack(id, from, to, at);
      case CLOSE -> new ReferralEvent.Closed(id, from, to, at);
      case EXPIRE -> new ReferralEvent.Expired(id, from, to, at);
      case NO_SHOW, FREE_SLOT, DISPLACE, UNBOOK ->
          new ReferralEvent.SlotLost(id, from, to, step.action(), version, at);
      case START, EDIT, HAND_OVER, CLAIM, RELEASE, RECALL, ADVISE -> null;
    };
  }

  private ReferralNews() {}
}
