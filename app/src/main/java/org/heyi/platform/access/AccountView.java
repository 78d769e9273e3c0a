package org.heyi.platform.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 账号: an account as administrators see it.
///
/// @param phone masked
/// @param lane `ordinary`, or the administrator's role it is for
/// @param hold how far it is the viewer's to act on
/// @param mustChange its password was given by an administrator and not yet changed
/// @param secondFactor it is asked for a code
/// @param lastIn when somebody last signed in with it, or null
/// @param roles which it may hold, by its lane
/// @param actions what the viewer may do now
public record AccountView(
    AccountId id,
    String login,
    String name,
    String phone,
    String lane,
    AccountState state,
    AccountHold hold,
    boolean mustChange,
    boolean secondFactor,
    Instant openedAt,
    @Nullable Instant lastIn,
    int version,
    List<PostView> posts,
    List<String> roles,
    Set<AccountAction> actions) {

  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 4;

  AccountView with(List<PostView> its, List<String> may, Set<AccountAction> allowed) {
    return new AccountView(
        id,
        login,
        name,
        phone,
        lane,
        state,
        hold,
        mustChange,
        secondFactor,
        openedAt,
        lastIn,
        version,
        its,
        may,
        allowed);
  }

  /// A program's account, not a person's.
  public boolean isSystem() {
    return lane.equals(Role.SYSTEM);
  }

  static String masked(String phone) {
    int hidden = phone.length() - SHOWN_FIRST - SHOWN_LAST;
    return hidden <= 0
        ? "*".repeat(phone.length())
        : phone.substring(0, SHOWN_FIRST)
            + "*".repeat(hidden)
            + phone.substring(phone.length() - SHOWN_LAST);
  }
}
