package org.heyi.platform.access;

import java.util.UUID;
import org.heyi.platform.shared.Pinyin;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Fills in how names are spelt for accounts that were opened before anybody could find them so.
@Component
class AccountSpellings implements ApplicationRunner {

  private record Unspelt(UUID id, String name) {}

  private final JdbcClient jdbc;

  AccountSpellings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var unspelt =
        jdbc.sql("select id, name from access.account where pinyin = ''")
            .query((row, _) -> new Unspelt(row.getObject("id", UUID.class), row.getString("name")))
            .list();
    for (var account : unspelt) {
      jdbc.sql("update access.account set pinyin = :pinyin where id = :id")
          .param("pinyin", Pinyin.search(account.name()))
          .param("id", account.id())
          .update();
    }
  }
}
