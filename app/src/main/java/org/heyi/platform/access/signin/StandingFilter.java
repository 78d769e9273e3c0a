package org.heyi.platform.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks on each request how the person stands, ends what is over, and leads to the [Detour] before
/// anything else. Programs are told that nobody is signed in yet.
class StandingFilter extends OncePerRequestFilter {

  private final Sessions sessions;
  private final Doorkeeper doorkeeper;

  StandingFilter(Sessions sessions, Doorkeeper doorkeeper) {
    this.sessions = sessions;
    this.doorkeeper = doorkeeper;
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
      var presence = sessions.presence(who);
      presence.ifPresentOrElse(it -> it.keepOn(request), () -> leave(request));
      var detour = presence.map(Presence::detour).filter(it -> !it.leavesOpen(request));
      if (detour.isPresent()) {
        lead(detour.get(), request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private void lead(Detour detour, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!doorkeeper.tells(request, response)) {
      response.sendRedirect(detour.path());
    }
  }

  private static void leave(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
