package org.heyi.flow.referral.list;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.flow.referral.content.ReviewReasons;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of what a hospital's reviews found, sender by sender.
@Repository
class ReviewTallyStore {

  private static final String REVIEWS =
      """
        from referral.step t
        join referral.referral r on r.id = t.referral
        %s
       where t.institution = :hospital and t.reasonable is not null
         and t.at >= :from and t.at < :until
      """;

  private final JdbcClient jdbc;
  private final ReviewReasons reasons;

  ReviewTallyStore(JdbcClient jdbc, ReviewReasons reasons) {
    this.jdbc = jdbc;
    this.reasons = reasons;
  }

  /// The sender with the most that did not pass first.
  List<ReviewTally> tallies(InstitutionId hospital, Instant from, Instant until) {
    var given = reasons(hospital, from, until);
    return asking(
            """
            select r.sender, s.name, count(*) as reviewed,
                   count(*) filter (where t.action = 'ACCEPT') as accepted,
                   count(*) filter (where t.action = 'RETURN') as returned,
                   count(*) filter (where t.action = 'REDIRECT') as redirected,
                   count(*) filter (where t.action = 'REFUSE') as refused,
                   count(*) filter (where not t.reasonable) as unreasonable,
                   count(*) filter (where not t.conforming) as nonconforming
              %s
             group by r.sender, s.name
             order by count(*) filter (where t.action <> 'ACCEPT') desc, count(*) desc, r.sender
            """
                .formatted(
                    REVIEWS.formatted("join directory.card_institution s on s.id = r.sender")),
            hospital,
            from,
            until)
        .query((row, _) -> tally(row, given.getOrDefault(row.getString("sender"), Map.of())))
        .list();
  }

  private static ReviewTally tally(ResultSet row, Map<ReviewReason, Long> reasons)
      throws SQLException {
    return new ReviewTally(
        row.getString("sender"),
        row.getString("name"),
        row.getLong("reviewed"),
        row.getLong("accepted"),
        row.getLong("returned"),
        row.getLong("redirected"),
        row.getLong("refused"),
        row.getLong("unreasonable"),
        row.getLong("nonconforming"),
        reasons);
  }

  private Map<String, Map<ReviewReason, Long>> reasons(
      InstitutionId hospital, Instant from, Instant until) {
    var all = new HashMap<String, Map<ReviewReason, Long>>();
    asking(
            """
            select r.sender, q.code, count(*) as given
              %s
             group by r.sender, q.code order by count(*) desc, q.code
            """
                .formatted(
                    REVIEWS.formatted(
                        "join referral.step_reason q"
                            + " on q.referral = t.referral and q.version = t.version")),
            hospital,
            from,
            until)
        .query(row -> {
          var ofSender = all.computeIfAbsent(row.getString("sender"), _ -> new LinkedHashMap<>());
          var given = row.getLong("given");
          reasons.find(row.getString("code")).ifPresent(it -> ofSender.put(it, given));
        });
    return all;
  }

  private JdbcClient.StatementSpec asking(
      String sql, InstitutionId hospital, Instant from, Instant until) {
    return jdbc.sql(sql)
        .param("hospital", hospital.value())
        .param("from", utc(from))
        .param("until", utc(until));
  }
}
