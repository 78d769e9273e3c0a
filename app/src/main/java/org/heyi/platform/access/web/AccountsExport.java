package org.heyi.platform.access.web;

import java.util.List;
import java.util.stream.Collectors;
import org.heyi.platform.access.AccountView;
import org.heyi.platform.access.PostView;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.shell.Words;

/// The list of accounts as it is taken out, one row an account, phones masked.
final class AccountsExport {

  static ExportedList of(List<AccountView> accounts, Words words) {
    return new ExportedList(
        "accounts",
        words.of("access.accounts"),
        List.of(
            words.of("access.login"),
            words.of("access.name"),
            words.of("access.phone"),
            words.of("access.posts"),
            words.of("access.state"),
            words.of("access.last-in")),
        accounts.stream().map(it -> row(it, words)).toList());
  }

  private static List<String> row(AccountView account, Words words) {
    return List.of(
        account.login(),
        account.name(),
        account.phone(),
        account.posts().stream()
            .filter(PostView::now)
            .map(it -> words.orElse("role." + it.role(), it.role()) + " · " + it.place())
            .collect(Collectors.joining(words.of("sheet.and"))),
        words.of("access.state-" + account.state().name()),
        words.time(account.lastIn()));
  }

  private AccountsExport() {}
}
