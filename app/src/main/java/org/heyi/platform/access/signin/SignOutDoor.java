package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Signing out ends the row, so that a copied cookie is worth nothing.
@Component
class SignOutDoor implements LogoutHandler {

  private final SignIns signIns;

  SignOutDoor(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
      signIns.leave(who, Caller.of(request));
    }
  }
}
