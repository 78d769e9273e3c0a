package org.heyi.platform.shell;

import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.Staff;

/// Is told of every refusal that a page or the API answers. The audit room implements it.
public interface RefusalSink {

  /// Called for refusals of a signed-in caller.
  ///
  /// @param route the route's pattern, e.g. `/referrals/{id}`
  void refused(Staff by, String route, Problem why);
}
