package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heyi.platform.shared.ProblemException;

/// 停机答复: how a room whose answers have a form of their own says that the database is away.
public interface OutageForm {

  boolean answers(HttpServletRequest request);

  /// Asks the database nothing.
  void write(ProblemException outage, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
