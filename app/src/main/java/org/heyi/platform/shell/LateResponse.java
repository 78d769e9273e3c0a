package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Keeps a redirect or an error back until the request is over: the container takes neither back,
/// and the session is read and written once more after them.
final class LateResponse extends HttpServletResponseWrapper {

  private interface Ending {
    void write() throws IOException;
  }

  private @Nullable Ending ending;

  LateResponse(HttpServletResponse response) {
    super(response);
  }

  void end() throws IOException {
    if (ending != null) {
      ending.write();
    }
  }

  @Override
  public void sendRedirect(String location) {
    ending = () -> super.sendRedirect(location);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearing) {
    ending = () -> super.sendRedirect(location, status, clearing);
  }

  @Override
  public void sendError(int status) {
    ending = () -> super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) {
    ending = () -> super.sendError(status, message);
  }

  @Override
  public boolean isCommitted() {
    return ending != null || super.isCommitted();
  }
}
