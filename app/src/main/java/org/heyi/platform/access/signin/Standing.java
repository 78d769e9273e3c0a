package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 在线状态: how the person behind a request stands now.
///
/// @param staff who acts, or null while something comes first
public record Standing(
    UUID session,
    AccountId account,
    String login,
    String name,
    @Nullable Staff staff,
    @Nullable Detour detour)
    implements Presence {

  /// A new password comes before anything else.
  public boolean mustChange() {
    return detour == Detour.PASSWORD;
  }

  public static Optional<Standing> of(HttpServletRequest request) {
    return Presence.of(request).filter(Standing.class::isInstance).map(Standing.class::cast);
  }
}
