package org.heyi.platform.audit;

import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.shell.RefusalSink;
import org.springframework.stereotype.Component;

/// Records what pages and the API refused: what somebody may not do, and what he may not know of.
@Component
class Refusals implements RefusalSink {

  private final Audit audit;

  Refusals(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void refused(Staff by, String route, Problem why) {
    audit.refused(by, AuditEntry.of("web.refused", Subject.of("route", route)), why);
  }
}
