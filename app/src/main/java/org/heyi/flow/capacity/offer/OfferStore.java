package org.heyi.flow.capacity.offer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what hospitals offer.
@Repository
class OfferStore {

  private final JdbcClient jdbc;

  OfferStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param until exclusive
  /// @return a hospital that offers nothing is absent
  Map<InstitutionId, Offer> offers(
      Collection<InstitutionId> hospitals, LocalDate from, LocalDate until) {
    var offers = new HashMap<InstitutionId, Offer>();
    jdbc.sql(
            """
            select c.hospital, count(distinct c.id) as clinics, count(*) as slots,
                   count(*) filter (where s.reserved) as reserved,
                   count(*) filter (where s.state = 'free') as free
              from capacity.clinic c
              join capacity.slot s on s.clinic = c.id and s.state <> 'cancelled'
             where c.hospital = any (:hospitals) and c.status = 'published'
               and c.day >= :from and c.day < :until
             group by c.hospital
            """)
        .param("hospitals", hospitals.stream().map(InstitutionId::value).toArray(String[]::new))
        .param("from", from)
        .param("until", until)
        .query(row -> {
          offers.put(
              InstitutionId.of(row.getString("hospital")),
              new Offer(
                  row.getLong("clinics"),
                  row.getLong("slots"),
                  row.getLong("reserved"),
                  row.getLong("free")));
        });
    return offers;
  }
}
