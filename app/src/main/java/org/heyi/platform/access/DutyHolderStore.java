package org.heyi.platform.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of who holds a duty.
@Repository
class DutyHolderStore {

  /// A post that has handed over is over, whatever the clock of another node says.
  private static final String HELD =
      """
        from access.account a
        join access.post p on p.account = a.id
        join access.role r on r.code = p.role
        join access.role_duty d on d.role = p.role
       where a.state = 'OPEN' and p.institution = :institution and d.duty = :duty
         and p.from_date <= :today and (p.until_date is null or p.until_date > :today)
         and p.handed_over_at is null
      """;

  private final JdbcClient jdbc;

  DutyHolderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Shares the account's row to the end of the transaction; false when it is not open, or somebody
  /// is changing it. What it holds is asked by a statement of its own, which sees all that was
  /// committed before the row was had.
  boolean keep(AccountId account) {
    return jdbc.sql(
            """
            select 1 from access.account where id = :id and state = 'OPEN' for share skip locked
            """)
        .param("id", account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  boolean holds(AccountId account, DutyAt needed, LocalDate today) {
    return asking("select exists (select " + HELD + " and a.id = :account)", needed, today)
        .param("account", account.value())
        .query(Boolean.class)
        .single();
  }

  Map<AccountId, String> holders(DutyAt needed, LocalDate today) {
    var found = new LinkedHashMap<AccountId, String>();
    asking(
            "select distinct a.id, a.name" + HELD + " and not r.system order by a.name, a.id",
            needed,
            today)
        .query(row -> {
          found.put(new AccountId(row.getObject("id", UUID.class)), row.getString("name"));
        });
    return found;
  }

  private JdbcClient.StatementSpec asking(String sql, DutyAt needed, LocalDate today) {
    return jdbc.sql(sql)
        .param("institution", needed.institution().value())
        .param("duty", needed.duty())
        .param("today", today);
  }
}
