package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a token needs to know of a system's account, in one look.
@Repository
class SystemStore {

  /// @param secretAt when its secret was made
  /// @param post the one in force today, or null
  record Row(SignInStore.Account account, String name, Instant secretAt, @Nullable Post post) {}

  private final JdbcClient jdbc;

  SystemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Row> find(String login, LocalDate today) {
    return jdbc.sql(
            """
            select a.id, a.login, a.name, a.state = 'OPEN' as open, a.password, a.password_at,
                   p.id as post, p.role, p.institution, p.area
              from access.account a
              left join access.post p
                on p.account = a.id and p.from_date <= :today
               and (p.until_date is null or p.until_date > :today)
             where a.login = :login and a.lane = 'system'
             order by p.from_date desc
             limit 1
            """)
        .param("login", login)
        .param("today", today)
        .query((row, _) -> row(row))
        .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    var account =
        new SignInStore.Account(
            new AccountId(row.getObject("id", UUID.class)),
            row.getString("login"),
            row.getBoolean("open"),
            false,
            row.getString("password"),
            null);
    return new Row(account, row.getString("name"), instant(row, "password_at"), Post.of(row));
  }
}
