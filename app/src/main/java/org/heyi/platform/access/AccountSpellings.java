package org.heyi.platform.access;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Fills in how names are spelt for accounts that were opened before anybody could find them so.
/// Before anybody can ask: a start that has shown its first page needs the database no more.
@Component
class AccountSpellings implements SmartInitializingSingleton {

  private final AccountStore store;

  AccountSpellings(AccountStore store) {
    this.store = store;
  }

  @Override
  public void afterSingletonsInstantiated() {
    store.spell();
  }
}
