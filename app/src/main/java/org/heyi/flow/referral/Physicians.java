package org.heyi.flow.referral;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom a hospital's referral office may ask for an opinion.
@Repository
class Physicians {

  private final JdbcClient jdbc;

  Physicians(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Account → name, in the order of names.
  Map<AccountId, String> at(InstitutionId hospital) {
    var found = new LinkedHashMap<AccountId, String>();
    jdbc.sql(
            """
            select account, name from access.card_duty_holder
             where institution = :hospital and duty = :duty order by name, account
            """)
        .param("hospital", hospital.value())
        .param("duty", ReferralDuty.ADVISE.code())
        .query((row, _) ->
            found.put(new AccountId(row.getObject("account", UUID.class)), row.getString("name")))
        .list();
    return found;
  }
}
