package org.heyi.platform.work;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Items for tests, and the question whether anybody who is gone still has one.
@Component
public class TestWork {

  private final Work work;
  private final JdbcClient jdbc;
  private final Clock clock;

  TestWork(Work work, JdbcClient jdbc, Clock clock) {
    this.work = work;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// An item of the person's institution that anybody with `referral.review` may claim.
  public Subject free(Staff of) {
    return open(of, "referral.review", null);
  }

  public Subject claimed(Staff by) {
    var subject = free(by);
    work.claim(subject, "referral.review", by);
    return subject;
  }

  public Subject given(Staff to) {
    return given(to, "referral.review");
  }

  public Subject given(Staff to, String duty) {
    return open(to, duty, to.account());
  }

  private Subject open(Staff of, String duty, @Nullable AccountId assignee) {
    var subject = Subject.of("referral", UUID.randomUUID());
    var now = clock.instant();
    work.open(
        new OpenWork(
            subject,
            duty,
            "心内科",
            "/referrals/" + subject.id(),
            new WorkOwner(of.institution(), duty, assignee),
            1,
            now.plus(Duration.ofHours(1)),
            now.plus(Duration.ofHours(4))),
        of);
    return subject;
  }

  public @Nullable AccountId holder(Subject subject) {
    return jdbc.sql("select assignee from work.item where subject_id = :id and closed_at is null")
        .param("id", subject.id())
        .query((row, _) -> Optional.ofNullable(row.getObject("assignee", UUID.class)))
        .single()
        .map(AccountId::new)
        .orElse(null);
  }

  /// Open items of an institution that are with somebody whose account is closed, or who has no
  /// post with the duty there on that day.
  public long stranded(String institution, LocalDate today) {
    return jdbc.sql(
            """
            select count(*) from work.item i
             where i.closed_at is null and i.assignee is not null
               and i.owner_institution = :institution
               and not exists (
                 select from access.account a
                   join access.post p on p.account = a.id
                   join access.role_duty d on d.role = p.role
                  where a.id = i.assignee and a.state <> 'CLOSED'
                    and p.institution = i.owner_institution and d.duty = i.owner_duty
                    and p.from_date <= :today
                    and (p.until_date is null or p.until_date > :today))
            """)
        .param("institution", institution)
        .param("today", today)
        .query(Long.class)
        .single();
  }
}
