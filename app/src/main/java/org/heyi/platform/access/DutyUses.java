package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 接入情况: whether institutions can do what a duty asks, and whether they do. It names nobody.
@Service
@Transactional(readOnly = true)
public class DutyUses {

  private final DutyUseStore store;
  private final Clock clock;

  DutyUses(DutyUseStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Institutions without anybody are left out.
  @NoStaffNeeded(because = "counts of accounts; the room that asks decides who sees them")
  public Map<InstitutionId, DutyUse> of(
      Collection<InstitutionId> institutions, Collection<String> duties) {
    return store.uses(institutions, duties, LocalDate.ofInstant(clock.instant(), Moments.CHINA));
  }
}
