package org.heyi.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of posts.
@Repository
class PostStore {

  private record OfAccount(AccountId account, PostView post) {}

  private final JdbcClient jdbc;

  PostStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when the account has this very post already. That its lane is the account's is checked
  /// before and held by `post_account_lane_fk`.
  boolean add(PostId id, AccountId account, String lane, GivePost post, AreaId area) {
    return jdbc.sql(
                """
                insert into access.post
                  (id, account, lane, role, institution, area, department, from_date, until_date)
                values
                  (:id, :account, :lane, :role, :institution, :area, :department, :from, :until)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("account", account.value())
            .param("lane", lane)
            .param("role", post.role())
            .param("institution", post.institution().value())
            .param("area", area.value())
            .param("department", post.department(), Types.VARCHAR)
            .param("from", post.period().from())
            .param("until", post.period().until(), Types.DATE)
            .update()
        == 1;
  }

  Map<AccountId, List<PostView>> of(Collection<AccountId> accounts, LocalDate today) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select *, from_date <= :today and (until_date is null or until_date > :today) as now
              from access.post where account in (:accounts)
             order by now desc, from_date desc, id
            """)
        .param("today", today)
        .param("accounts", accounts.stream().map(AccountId::value).toList())
        .query((row, _) ->
            new OfAccount(new AccountId(row.getObject("account", UUID.class)), view(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                OfAccount::account, Collectors.mapping(OfAccount::post, Collectors.toList())));
  }

  private static PostView view(ResultSet row) throws SQLException {
    return new PostView(
        new PostId(row.getObject("id", UUID.class)),
        row.getString("role"),
        InstitutionId.of(row.getString("institution")),
        row.getString("institution"),
        row.getString("department"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("until_date", LocalDate.class),
        row.getBoolean("now"));
  }

  /// Where the viewer may give posts.
  List<InstitutionId> institutions(Staff by, Scope scope) {
    return jdbc.sql(
            """
            select institution from access.card_within where viewer = :viewer and scope = :scope
             order by institution
            """)
        .param("viewer", by.institution().value())
        .param("scope", scope.name())
        .query((row, _) -> InstitutionId.of(row.getString("institution")))
        .list();
  }
}
