package org.heyi.platform.audit;

import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one door of the audit log.
@Service
@Transactional
public class Audit {

  /// Writes the entry in the caller's transaction: what is not recorded did not happen.
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Staff by, AuditEntry entry) {
    throw new UnsupportedOperationException();
  }

  /// Writes a refusal in a transaction of its own, so that it outlives the caller's rollback.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refused(Staff by, AuditEntry entry, Problem why) {
    throw new UnsupportedOperationException();
  }
}
