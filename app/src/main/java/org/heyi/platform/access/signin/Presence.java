package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 到场: who is behind a request: halfway in, or in.
public sealed interface Presence permits Halfway, Standing {

  UUID session();

  AccountId account();

  String login();

  String name();

  /// What comes before anything else, or null.
  @Nullable Detour detour();

  static Optional<Presence> of(HttpServletRequest request) {
    return Optional.ofNullable((Presence) request.getAttribute(Presence.class.getName()));
  }

  default void keepOn(HttpServletRequest request) {
    request.setAttribute(Presence.class.getName(), this);
  }
}
