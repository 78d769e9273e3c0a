package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// 可见账号: which accounts an administrator sees. What one does not see, one does not know of.
@Component
class AccountSight {

  private final AccountStore store;
  private final Clock clock;

  AccountSight(AccountStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  AccountView see(AccountId id, Staff by) {
    return store
        .find(id, by, scope(by), today())
        .orElseThrow(AccessProblem.ACCOUNT_NOT_FOUND::with);
  }

  /// The account as it is until the end of the transaction: whoever else changes it or its posts
  /// waits, and then decides about what is there by then.
  AccountView hold(AccountId id, Staff by) {
    store.lock(id);
    return see(id, by);
  }

  Scope scope(Staff by) {
    return by.scope(AccessDuty.MANAGE_ACCOUNTS)
        .or(() -> by.scope(AccessDuty.MANAGE_SECURITY))
        .orElseThrow(AccessProblem.NOT_YOUR_DUTY::with);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
