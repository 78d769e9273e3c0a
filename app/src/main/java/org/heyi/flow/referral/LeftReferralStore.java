package org.heyi.flow.referral;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.access.leaving.Belongings.Open;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the referrals that somebody who leaves handles, or has the work of.
@Repository
class LeftReferralStore {

  /// @param handled they are its handler; else they have its work item only
  /// @param needed what one needs to take it on
  record Left(ReferralId id, boolean handled, DutyAt needed) {}

  private static final String OPEN = "r.state not in ('CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')";

  private static final String HANDLED =
      """
      (r.handler = :account and (:at = '' or r.sender = :at)
       and r.sender || ' ' || :send <> all (:kept))
      """;

  private static final String AT_WORK =
      """
      (w.assignee = :account and (:at = '' or w.owner_institution = :at)
       and w.owner_institution || ' ' || w.owner_duty <> all (:kept))
      """;

  private final JdbcClient jdbc;

  LeftReferralStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Open> count(Leaver leaver) {
    return left(
            "select r.sender, r.state = 'DRAFT' as draft, count(*) as count"
                + " from referral.referral r where "
                + (OPEN + " and " + HANDLED)
                + " group by 1, 2 order by 1, 2",
            leaver)
        .query((row, _) ->
            new Open(
                sending(row.getString("sender")),
                row.getBoolean("draft") ? "referral.left-draft" : "referral.left-open",
                row.getLong("count")))
        .list();
  }

  List<Left> lock(Leaver leaver) {
    return left(
            """
            select r.id, r.sender, coalesce(%s, false) as handled, w.owner_institution, w.owner_duty
              from referral.referral r
              left join work.card_item w
                on w.subject_kind = 'referral' and w.subject_id = r.id::text
             where %s and (%s or %s)
             order by r.id for update of r
            """
                .formatted(HANDLED, OPEN, HANDLED, AT_WORK),
            leaver)
        .query((row, _) -> {
          var handled = row.getBoolean("handled");
          return new Left(
              new ReferralId(row.getObject("id", UUID.class)),
              handled,
              handled
                  ? sending(row.getString("sender"))
                  : new DutyAt(
                      InstitutionId.of(row.getString("owner_institution")),
                      row.getString("owner_duty")));
        })
        .list();
  }

  private static DutyAt sending(String institution) {
    return new DutyAt(InstitutionId.of(institution), ReferralDuty.SEND.code());
  }

  private StatementSpec left(String sql, Leaver leaver) {
    return jdbc.sql(sql)
        .param("account", leaver.account().value())
        .param("at", leaver.where())
        .param("send", ReferralDuty.SEND.code())
        .param("kept", leaver.kept());
  }

  /// @return the new version
  int give(Left it, @Nullable Successor to) {
    return jdbc.sql(
            """
            update referral.referral
               set handler = case when :handled then :to else handler end, version = version + 1
             where id = :id
            returning version
            """)
        .param("handled", it.handled())
        .param("to", to == null ? null : to.account().value(), Types.OTHER)
        .param("id", it.id().value())
        .query(Integer.class)
        .single();
  }
}
