package org.heyi.platform.access.web;

import java.util.List;
import java.util.stream.Collectors;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.access.AccountQuery;
import org.heyi.platform.access.AccountView;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.PostView;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// Finds accounts by sign-in name, name or its spelling, for who administers them.
@Component
class AccountSearch implements SearchSource {

  private final Accounts accounts;

  AccountSearch(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String label() {
    return "access.accounts";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    if (!by.may(AccessDuty.MANAGE_ACCOUNTS) && !by.may(AccessDuty.MANAGE_SECURITY)) {
      return List.of();
    }
    var query = new AccountQuery(text, "", "", "");
    return accounts.list(query, new PageQuery(1, most, "", false), by).rows().stream()
        .map(it -> new Hit(it.name(), detail(it), "/accounts/" + it.id()))
        .toList();
  }

  private static String detail(AccountView it) {
    var places = it.posts().stream().map(PostView::place).distinct();
    return it.login() + " · " + places.collect(Collectors.joining("、"));
  }
}
