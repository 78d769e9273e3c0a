package org.heyi.flow.referral;

import java.time.Clock;
import java.util.List;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 交接转诊: open referrals for which somebody who leaves is the sender's handler. Who takes them on
/// gets what comes back from the hospital, and its notices; without anybody all senders there do.
///
/// The course of a referral says so, also where the hand-over is that of its work item.
@Component
@Order(LeftReferrals.BEFORE_THEIR_WORK)
class LeftReferrals implements Belongings {

  static final int BEFORE_THEIR_WORK = 10;

  private final LeftReferralStore store;
  private final ReferralStore referrals;
  private final Audit audit;
  private final Clock clock;

  LeftReferrals(LeftReferralStore store, ReferralStore referrals, Audit audit, Clock clock) {
    this.store = store;
    this.referrals = referrals;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Open> open(Leaver leaver) {
    return store.count(leaver);
  }

  @Override
  public void handOver(HandOver it) {
    for (var left : store.lock(it.from())) {
      var to = it.successor(left.needed()).orElse(null);
      var note = it.from().name() + " → " + (to == null ? Clockwork.NAME : to.name());
      var version = store.give(left, to);
      var found = referrals.find(left.id()).orElseThrow().referral();
      var by = it.by() == null ? Clockwork.of(found) : it.by();
      var account = it.by() == null ? null : it.by().account();
      var step = Step.of(ReferralAction.HAND_OVER, note);
      referrals.addStep(left.id(), version, found.state(), step, account, by, clock.instant());
      record(it, found);
    }
  }

  private void record(HandOver it, Referral referral) {
    var entry =
        AuditEntry.of(ReferralAction.HAND_OVER.auditCode(), Referrals.subject(referral.id()))
            .about(referral.origin().resident())
            .with("from", it.from().account());
    if (it.by() == null) {
      audit.recordByClock(HandOver.JOB, entry);
    } else {
      audit.record(it.by(), entry);
    }
  }
}
