package org.heyi.flow.referral.list;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralState;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counting of what waits at an institution.
@Repository
class WaitingStore {

  private final JdbcClient jdbc;

  WaitingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Waiting waiting(InstitutionId own, AccountId me, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where sender = :own and state = 'DRAFT') as drafts,
                   count(*) filter (where sender = :own and state = 'RETURNED') as returned,
                   count(*) filter (where sender = :own and state in ('SENT', 'ACCEPTED')
                                      and appointment is null) as without_time,
                   count(*) filter (where sender = :own and state = 'FED_BACK') as to_read,
                   count(*) filter (where receiver = :own and state = 'SENT'
                     and appointment is not null and not forwarded) as to_review,
                   count(*) filter (where receiver = :own and state = 'SENT'
                     and appointment is not null and not forwarded and due_at < :now) as late,
                   count(*) filter (where receiver = :own and state = 'SENT' and forwarded
                     and (assignee is null or assignee = :me or assignee in (%s))) as to_advise,
                   count(*) filter (where receiver = :own and state = 'ACCEPTED'
                     and (visit_start at time zone 'Asia/Shanghai')::date
                       = (cast(:now as timestamptz) at time zone 'Asia/Shanghai')::date) as arriving,
                   count(*) filter (where receiver = :own
                     and state in ('ARRIVED', 'IN_CARE')) as in_care
              from (select r.sender, r.receiver, r.state, r.appointment, r.forwarded, r.visit_start,
                           w.due_at, w.assignee
                      from referral.referral r
                      left join work.card_item w
                        on w.subject_kind = 'referral' and w.subject_id = r.id::text
                     where (r.sender = :own or r.receiver = :own)
                       and r.state not in ('CLOSED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')) open_ones
            """
                .formatted(ReferralFacts.ABSENT))
        .param("own", own.value())
        .param("me", me.value())
        .param("today", LocalDate.ofInstant(now, Moments.CHINA))
        .param("now", utc(now))
        .query((row, _) ->
            new Waiting(
                row.getLong("drafts"),
                row.getLong("returned"),
                row.getLong("without_time"),
                row.getLong("to_review"),
                row.getLong("late"),
                row.getLong("to_advise"),
                row.getLong("arriving"),
                row.getLong("in_care"),
                row.getLong("to_read")))
        .single();
  }

  /// How many referrals each of these has sent that have not ended.
  Map<InstitutionId, Long> open(Collection<InstitutionId> senders) {
    var counts = new HashMap<InstitutionId, Long>();
    jdbc.sql(
            """
            select sender, count(*) as referrals from referral.referral
             where sender = any (:senders) and state = any (:open)
             group by sender
            """)
        .param("senders", senders.stream().map(InstitutionId::value).toArray(String[]::new))
        .param(
            "open",
            Arrays.stream(ReferralState.values())
                .filter(it -> it != ReferralState.DRAFT && !it.ended())
                .map(ReferralState::name)
                .toArray(String[]::new))
        .query(row -> {
          counts.put(new InstitutionId(row.getString("sender")), row.getLong("referrals"));
        });
    return counts;
  }
}
