package org.heyi.platform.access.signin;

import java.io.Serializable;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.springframework.security.core.AuthenticatedPrincipal;

/// 已登录: what the cookie's session keeps of a person. Everything else is read on each request from
/// the row `access.session`, so that a change counts at once.
///
/// @param session the row
public record SignedIn(UUID session, AccountId account)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return account.toString();
  }
}
