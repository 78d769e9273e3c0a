package org.heyi.platform.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;

/// 会话: a live session as shown.
///
/// @param role of the post it acts in, or empty while none is chosen
/// @param institution id, or empty
/// @param own the session that asks
public record SessionView(
    UUID id,
    AccountId account,
    String login,
    String name,
    String role,
    String institution,
    String address,
    String device,
    Instant startedAt,
    Instant seenAt,
    boolean own) {}
