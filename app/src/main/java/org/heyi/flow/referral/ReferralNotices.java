package org.heyi.flow.referral;

import java.util.List;
import org.heyi.flow.capacity.AppointmentEvent;
import org.heyi.platform.access.DutyHolders;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.notice.TellNotice;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells the other side what happened: the sender's handler of the referral, or the hospital's
/// office. The same event heard twice is one notice.
@Component
class ReferralNotices {

  private final Notices notices;
  private final ReferralReader reader;
  private final DutyHolders holders;

  ReferralNotices(Notices notices, ReferralReader reader, DutyHolders holders) {
    this.notices = notices;
    this.reader = reader;
    this.holders = holders;
  }

  @ApplicationModuleListener
  void on(ReferralEvent event) {
    switch (event) {
      case ReferralEvent.Sent(var id, _, var to, var version, _) ->
          office(to, ReferralDuty.REVIEW, id, "sent", version);
      case ReferralEvent.Moved(var id, _, var to, var version, _) ->
          office(to, ReferralDuty.REVIEW, id, "moved", version);
      case ReferralEvent.Withdrawn(var id, _, var to, _) ->
          office(to, ReferralDuty.REVIEW, id, "withdrawn", 0);
      case ReferralEvent.Forwarded(var id, var at, var version, _) ->
          office(at, ReferralDuty.ADVISE, id, "forwarded", version);
      case ReferralEvent.Accepted(var id, _, _, _) -> handler(id, "accepted", 0);
      case ReferralEvent.Returned(var id, _, _, var version, _) -> handler(id, "returned", version);
      case ReferralEvent.Redirected(var id, _, var by, var to, var version, _) -> {
        handler(id, "redirected", version);
        if (!by.equals(to)) {
          office(to, ReferralDuty.REVIEW, id, "sent", version);
        }
      }
      case ReferralEvent.Refused(var id, _, _, _) -> handler(id, "refused", 0);
      case ReferralEvent.Expired(var id, _, _, _) -> handler(id, "expired", 0);
      case ReferralEvent.SlotLost(var id, _, _, var why, var version, _) ->
          handler(id, "slot-lost-" + why.code(), version);
      case ReferralEvent.Arrived(var id, _, _, _) -> handler(id, "arrived", 0);
      case ReferralEvent.TakenIn(var id, _, _, _) -> handler(id, "taken-in", 0);
      case ReferralEvent.FedBack(var id, _, _, _) -> handler(id, "fed-back", 0);
      case ReferralEvent.Closed _ -> {}
    }
  }

  /// 替诊: the time stays, the resident must be told who sees them.
  @ApplicationModuleListener
  void on(AppointmentEvent event) {
    if (event instanceof AppointmentEvent.Substituted(var appointment, var purpose, var doctor, _)
        && purpose.kind().equals("referral")) {
      var id = ReferralId.of(purpose.id());
      var notice =
          new TellNotice(
              "referral-substituted-%s-%s".formatted(appointment, doctor),
              "referral.notice.substituted",
              List.of(reader.numberOf(id), doctor),
              "/referrals/" + id);
      toHandler(id, notice);
    }
  }

  private void office(
      InstitutionId hospital, ReferralDuty duty, ReferralId id, String what, int version) {
    notices.tell(hospital, duty.code(), notice(id, what, version));
  }

  private void handler(ReferralId id, String what, int version) {
    toHandler(id, notice(id, what, version));
  }

  /// Whoever goes on with it for the sender; where they have left, everybody there who may.
  private void toHandler(ReferralId id, TellNotice notice) {
    var handler = reader.handler(id);
    var account = handler.account();
    var needed = new DutyAt(handler.at(), ReferralDuty.SEND.code());
    if (account != null && holders.of(needed).containsKey(account)) {
      notices.tell(needed, account, notice);
    } else {
      notices.tell(needed.institution(), needed.duty(), notice);
    }
  }

  /// @param version 0 for what happens to a referral at most once
  private TellNotice notice(ReferralId id, String what, int version) {
    return new TellNotice(
        "referral-%s-%s-%d".formatted(what, id, version),
        "referral.notice." + what,
        List.of(reader.numberOf(id)),
        "/referrals/" + id);
  }
}
