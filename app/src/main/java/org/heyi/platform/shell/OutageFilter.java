package org.heyi.platform.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heyi.platform.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns the failure of any request whose database is away into an answer that says so and how to
/// go on. It stands outside of sessions and security, which ask the database too, and inside of the
/// headers that every answer has.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OutageFilter extends OncePerRequestFilter {

  /// A page that fits into the buffer can still be taken back when its session cannot be written.
  private static final int LONGEST_PAGE = 128 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

  private final OutageAnswers answers;

  OutageFilter(OutageAnswers answers) {
    this.answers = answers;
  }

  /// The error page has the frame of the person signed in.
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      response.setBufferSize(LONGEST_PAGE);
    }
    var late = new LateResponse(response);
    try {
      chain.doFilter(request, late);
      late.end();
    } catch (ServletException | RuntimeException e) {
      var outage = Outage.in(e);
      if (outage.isEmpty() || response.isCommitted()) {
        throw e;
      }
      log(request, outage.get(), e);
      answers.write(outage.get(), request, response);
    }
  }

  /// One line, as there are many of them: the database's own log says more.
  private static void log(HttpServletRequest request, Problem outage, Exception e) {
    var why = Outage.why(e);
    LOG.warn("{} {}: {}: {}", request.getMethod(), request.getRequestURI(), outage.code(), why);
  }
}
