package org.heyi.platform.revision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.notice.TellNotice;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 到日生效: puts scheduled versions into force at the beginning of their day in China, each in a
/// transaction of its own that holds the row and looks again: once, however many nodes there are.
/// What can no longer come into force ends, and whoever uploaded it is told.
@Component
class RevisionClock {

  private static final Logger LOG = LoggerFactory.getLogger(RevisionClock.class);
  private static final String JOB = "revision.apply";

  private final Revisions revisions;
  private final RevisionStore store;
  private final Audit audit;
  private final Notices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RevisionClock(
      Revisions revisions,
      RevisionStore store,
      Audit audit,
      Notices notices,
      TransactionTemplate transaction,
      Clock clock) {
    this.revisions = revisions;
    this.store = store;
    this.audit = audit;
    this.notices = notices;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// @return how many came into force
  int run() {
    var done = 0;
    for (var id : store.due(LocalDate.ofInstant(clock.instant(), Moments.CHINA))) {
      try {
        done += Boolean.TRUE.equals(transaction.execute(_ -> apply(id))) ? 1 : 0;
      } catch (ProblemException refused) {
        transaction.executeWithoutResult(_ -> fail(id, refused.problem().code()));
      } catch (RuntimeException e) {
        LOG.error("revision {} could not come into force; it is tried again", id, e);
      }
    }
    return done;
  }

  private boolean apply(RevisionId id) {
    store.lock(id);
    var revision = store.find(id).orElseThrow();
    if (!store.end(id, RevisionState.IN_FORCE, null)) {
      return false;
    }
    revisions.putIntoForce(revision, Objects.requireNonNull(revision.begins()));
    tell("revision.in-force", revision);
    return true;
  }

  private void fail(RevisionId id, String refusal) {
    if (store.end(id, RevisionState.FAILED, refusal)) {
      tell("revision.failed", store.find(id).orElseThrow());
    }
  }

  private void tell(String what, Revision it) {
    audit.recordByClock(JOB, Revisions.entry(what, it));
    notices.tell(
        it.uploader(),
        new TellNotice(
            what + "-" + it.id(),
            what + "-told",
            List.of(it.text().file()),
            "/policy-versions/revisions/" + it.id()));
  }

  /// How often the clock looks: a version begins with a day.
  @Configuration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    RecurringTask<Void> applyScheduledRevisions(RevisionClock clock) {
      return Tasks.recurring(JOB, Schedules.fixedDelay(Duration.ofMinutes(1)))
          .execute((_, _) -> clock.run());
    }
  }
}
