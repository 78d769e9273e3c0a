package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 在线状态: how the person behind a request stands now.
///
/// @param staff who acts, or null until a post is chosen
/// @param mustChange a new password comes before anything else
public record Standing(
    UUID session,
    AccountId account,
    String login,
    String name,
    @Nullable Staff staff,
    boolean mustChange) {

  private static final String ATTRIBUTE = Standing.class.getName();

  void keepOn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  public static Optional<Standing> of(HttpServletRequest request) {
    return Optional.ofNullable((Standing) request.getAttribute(ATTRIBUTE));
  }
}
