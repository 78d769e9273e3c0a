package org.heyi.platform.access.signin;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 登录记录: one line of the sign-in log.
///
/// @param account null: nobody has the name that was typed
public record SignInView(
    Instant at,
    @Nullable AccountId account,
    String login,
    String name,
    String address,
    Outcome outcome) {}
