package org.heyi.platform.access.signin;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 登录监管: who is signed in and who tried, for the security administrator.
@Service
@Transactional
public class SignInWatch {

  private final SessionListStore lists;
  private final Audit audit;
  private final Clock clock;

  SignInWatch(SessionListStore lists, Audit audit, Clock clock) {
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  public Page<SessionView> sessions(PageQuery page, Staff by) {
    return lists.all(page, by, scope(by), clock.instant());
  }

  public void end(UUID session, Staff by) {
    if (!lists.end(session, by, scope(by), clock.instant())) {
      throw SignInProblem.SESSION_NOT_FOUND.with();
    }
    audit.record(by, AuditEntry.of("access.session-ended", Subject.of("session", session)));
  }

  /// @param outcome name of an [Outcome], or anything else for all
  public Page<SignInView> log(String outcome, PageQuery page, Staff by) {
    var scope = scope(by);
    var known = Arrays.stream(Outcome.values()).anyMatch(it -> it.name().equals(outcome));
    return lists.log(known ? outcome : "", page, by, scope, clock.instant());
  }

  private static Scope scope(Staff by) {
    return by.scope(AccessDuty.MANAGE_SECURITY).orElseThrow(SignInProblem.NOT_YOUR_DUTY::with);
  }
}
