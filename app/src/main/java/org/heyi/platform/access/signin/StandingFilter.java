package org.heyi.platform.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks on each request how the person stands, ends what is over, and leads to the new password or
/// the choice of a post before anything else.
class StandingFilter extends OncePerRequestFilter {

  private final Sessions sessions;

  StandingFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Routes.STATIC.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
      var standing = sessions.standing(who);
      standing.ifPresentOrElse(it -> it.keepOn(request), () -> leave(request));
      var detour = standing.flatMap(StandingFilter::detour);
      if (detour.isPresent() && !Routes.ALWAYS.matches(request)) {
        response.sendRedirect(detour.get());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> detour(Standing standing) {
    if (standing.mustChange()) {
      return Optional.of(Routes.PASSWORD);
    }
    return standing.staff() == null ? Optional.of(Routes.POSTS) : Optional.empty();
  }

  private static void leave(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
