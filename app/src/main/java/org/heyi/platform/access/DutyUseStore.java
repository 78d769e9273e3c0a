package org.heyi.platform.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of who can do something where, and when they last signed in.
@Repository
class DutyUseStore {

  private final JdbcClient jdbc;

  DutyUseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<InstitutionId, DutyUse> uses(
      Collection<InstitutionId> institutions, Collection<String> duties, LocalDate today) {
    var found = new HashMap<InstitutionId, DutyUse>();
    jdbc.sql(
            """
            with holders as (
              select distinct p.institution, p.account, r.system
                from access.post p
                join access.account a on a.id = p.account and a.state = 'OPEN'
                join access.role r on r.code = p.role
                join access.role_duty d on d.role = p.role
               where p.institution = any (:institutions) and d.duty = any (:duties)
                 and p.from_date <= :today and (p.until_date is null or p.until_date > :today)
                 and p.handed_over_at is null)
            select h.institution, count(*) filter (where not h.system) as people,
                   count(*) filter (where h.system) as systems,
                   max((select max(s.at) from access.sign_in s
                         where s.account = h.account and s.outcome = 'SIGNED_IN')) as last_in
              from holders h group by h.institution
            """)
        .param(
            "institutions", institutions.stream().map(InstitutionId::value).toArray(String[]::new))
        .param("duties", duties.toArray(String[]::new))
        .param("today", today)
        .query(row -> {
          found.put(
              InstitutionId.of(row.getString("institution")),
              new DutyUse(
                  row.getLong("people"),
                  row.getLong("systems"),
                  Moments.instantOrNull(row, "last_in")));
        });
    return found;
  }
}
