package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 在岗核对: who can be given something to do now.
@Service
@Transactional
public class DutyHolders {

  private final DutyHolderStore store;
  private final Clock clock;

  DutyHolders(DutyHolderStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Whether this person or system holds the duty there now. If so, their account is not closed and
  /// their post not ended before the caller's transaction is over, so that what it gives them is
  /// seen by whoever hands over.
  ///
  /// It waits for nobody: an account that is being changed at this moment holds nothing.
  @Transactional(propagation = Propagation.MANDATORY)
  @NoStaffNeeded(because = "the room that gives something to do has decided who may have it")
  public boolean keep(AccountId account, DutyAt needed) {
    return store.keep(account) && store.holds(account, needed, today());
  }

  /// Everybody who holds it, account → name, by name. Systems answer for nothing.
  @NoStaffNeeded(because = "names of colleagues, asked for by the room that shows them")
  public Map<AccountId, String> of(DutyAt needed) {
    return store.holders(needed, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
