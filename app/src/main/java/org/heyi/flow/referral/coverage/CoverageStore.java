package org.heyi.flow.referral.coverage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of when institutions last did something with a referral.
@Repository
class CoverageStore {

  private final JdbcClient jdbc;

  CoverageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What clocks and schedules did is no use.
  Map<InstitutionId, Instant> lastSteps(Collection<InstitutionId> institutions) {
    var found = new HashMap<InstitutionId, Instant>();
    jdbc.sql(
            """
            select institution, max(at) as last from referral.step
             where institution = any (:institutions) and account is not null group by institution
            """)
        .param(
            "institutions", institutions.stream().map(InstitutionId::value).toArray(String[]::new))
        .query(row -> {
          found.put(InstitutionId.of(row.getString("institution")), Moments.instant(row, "last"));
        });
    return found;
  }
}
