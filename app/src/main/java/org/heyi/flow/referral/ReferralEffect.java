package org.heyi.flow.referral;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.revision.PackChanges;
import org.heyi.platform.revision.PackEffect;
import org.springframework.stereotype.Component;

/// Open referrals from and to institutions that a new version ends.
@Component
class ReferralEffect implements PackEffect {

  private final EffectStore store;

  ReferralEffect(EffectStore store) {
    this.store = store;
  }

  @Override
  public List<Line> of(PackChanges changes) {
    var open = store.open(changes.ended("institutions"));
    return Stream.of(
            new Line("referral.effect-sent", open.sent()),
            new Line("referral.effect-received", open.received()))
        .filter(it -> it.count() > 0)
        .toList();
  }
}
