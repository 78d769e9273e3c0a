package org.heyi.flow.referral;

import static org.heyi.platform.shared.Moments.instant;

import java.util.List;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.work.WorkSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Open referrals that wait while nobody is asked to do anything. There should be none.
@Repository
class ForgottenReferrals implements WorkSubjects {

  private final JdbcClient jdbc;

  ForgottenReferrals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Forgotten> withoutItem(Within within, int most) {
    return jdbc.sql(
            """
            select r.id, r.number, r.changed_at, a.institution
              from referral.referral r
              join access.card_within a
                on a.viewer = :viewer and a.scope = :scope
                   and a.institution =
                       case when r.state in ('RETURNED', 'FED_BACK') or r.appointment is null
                            then r.sender else r.receiver end
              left join work.card_item w
                on w.subject_kind = 'referral' and w.subject_id = r.id::text
             where r.state in ('SENT', 'RETURNED', 'ACCEPTED', 'ARRIVED', 'IN_CARE', 'FED_BACK')
               and w.subject_id is null
             order by r.changed_at limit :most
            """)
        .param("viewer", within.viewer().value())
        .param("scope", within.scope().name())
        .param("most", most)
        .query((row, _) -> {
          var id = new ReferralId(row.getObject("id", UUID.class));
          return new Forgotten(
              Referrals.subject(id),
              InstitutionId.of(row.getString("institution")),
              ReferralReader.number(row.getLong("number")),
              "/referrals/" + id,
              instant(row, "changed_at"));
        })
        .list();
  }
}
