package org.heyi.platform.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Fills in how names are spelt for accounts that were opened before anybody could find them so.
@Component
class AccountSpellings implements ApplicationRunner {

  private final AccountStore store;

  AccountSpellings(AccountStore store) {
    this.store = store;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    store.spell();
  }
}
