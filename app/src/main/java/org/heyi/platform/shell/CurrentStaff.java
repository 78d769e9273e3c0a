package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.heyi.platform.shared.Staff;

/// Who is signed in on a request. The access room implements it.
public interface CurrentStaff {

  Optional<Staff> of(HttpServletRequest request);

  /// Whether somebody has come in at all, who may not act yet.
  boolean isAnybody(HttpServletRequest request);
}
