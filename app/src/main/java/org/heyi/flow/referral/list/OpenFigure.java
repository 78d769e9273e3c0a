package org.heyi.flow.referral.list;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.jurisdiction.PlaceFigure;
import org.springframework.stereotype.Component;

/// How many referrals of an institution are sent and not yet at their end.
@Component
class OpenFigure implements PlaceFigure {

  private static final int ORDER = 300;

  private final WaitingStore store;

  OpenFigure(WaitingStore store) {
    this.store = store;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String code() {
    return "open-referrals";
  }

  @Override
  public String label() {
    return "referral.open-figure";
  }

  @Override
  public Map<InstitutionId, Long> of(Collection<InstitutionId> institutions) {
    return store.open(institutions);
  }
}
