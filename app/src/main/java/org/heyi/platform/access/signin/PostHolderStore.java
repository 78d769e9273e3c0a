package org.heyi.platform.access.signin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks a post up with its account.
@Repository
class PostHolderStore {

  record Holder(
      AccountId account, String name, String role, InstitutionId institution, AreaId area) {}

  private final JdbcClient jdbc;

  PostHolderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Holder> holder(PostId post, LocalDate today) {
    return jdbc.sql(
            """
            select p.account, a.name, p.role, p.institution, p.area
              from access.post p join access.account a on a.id = p.account
             where p.id = :post and a.state = 'OPEN'
               and p.from_date <= :today and (p.until_date is null or p.until_date > :today)
            """)
        .param("post", post.value())
        .param("today", today)
        .query((row, _) ->
            new Holder(
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                InstitutionId.of(row.getString("institution")),
                AreaId.of(row.getString("area"))))
        .optional();
  }
}
