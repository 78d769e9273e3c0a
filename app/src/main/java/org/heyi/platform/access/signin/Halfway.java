package org.heyi.platform.access.signin;

import java.util.UUID;
import org.heyi.platform.shared.AccountId;

/// 待验证: somebody whose password was right and whose code is still asked for. Only the page for the
/// code takes it, and nothing else can be called with it.
public record Halfway(UUID session, AccountId account, String login, String name)
    implements Presence {

  @Override
  public Detour detour() {
    return Detour.CODE;
  }
}
