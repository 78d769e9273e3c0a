package org.heyi.flow.referral;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what a new version of a policy pack touches.
@Repository
class EffectStore {

  record Open(long sent, long received) {}

  private final JdbcClient jdbc;

  EffectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Referrals from and to these institutions that are not over.
  Open open(Collection<String> institutions) {
    return jdbc.sql(
            """
            select count(*) filter (where sender = any(:ids)) as sent,
                   count(*) filter (where receiver = any(:ids)) as received
              from referral.referral
             where state not in ('CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')
               and (sender = any(:ids) or receiver = any(:ids))
            """)
        .param("ids", institutions.toArray(String[]::new))
        .query(Open.class)
        .single();
  }
}
