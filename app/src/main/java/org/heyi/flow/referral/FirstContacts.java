package org.heyi.flow.referral;

import java.util.Optional;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the first-contact institution of a referral: as it stands today, and as it was recorded
/// when the referral was sent. Emergencies are outside of it. A clinic and the centre that manages
/// it are one.
@Repository
class FirstContacts {

  private static final String TODAY =
      """
      select t.institution, f.name,
             coalesce(f.managed_by, f.id) <> coalesce(s.managed_by, s.id) as beside
        from referral.referral r
        join resident.card_tie t on t.resident = r.resident
        join directory.card_institution f on f.id = t.institution
        join directory.card_institution s on s.id = r.sender
       where r.id = :id and r.urgency is distinct from 'EMERGENCY'
      """;

  private final JdbcClient jdbc;

  FirstContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a sender is advised of.
  Optional<FirstContact> today(ReferralId id) {
    return asked(TODAY, id);
  }

  Optional<FirstContact> recorded(ReferralId id) {
    return asked(
        """
        select f.id as institution, f.name, r.beside_first_contact as beside
          from referral.referral r join directory.card_institution f on f.id = r.first_contact
         where r.id = :id
        """,
        id);
  }

  private Optional<FirstContact> asked(String sql, ReferralId id) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .query((row, _) ->
            new FirstContact(
                InstitutionId.of(row.getString("institution")),
                row.getString("name"),
                row.getBoolean("beside")))
        .optional();
  }

  void record(ReferralId id) {
    var now = today(id);
    jdbc.sql(
            """
            update referral.referral
               set first_contact = :institution, beside_first_contact = :beside where id = :id
            """)
        .param("institution", now.map(it -> it.institution().value()).orElse(null))
        .param("beside", now.map(FirstContact::beside).orElse(false))
        .param("id", id.value())
        .update();
  }
}
