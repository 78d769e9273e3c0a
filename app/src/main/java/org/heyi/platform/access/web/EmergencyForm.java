package org.heyi.platform.access.web;

import java.util.UUID;
import org.heyi.platform.shell.OwnPath;
import org.jspecify.annotations.Nullable;

/// Breaking the glass, as typed.
///
/// @param key the same for the same pressing
/// @param back where to go afterwards
public record EmergencyForm(
    @Nullable UUID key, @Nullable String resident, @Nullable String reason, @Nullable String back) {

  String way() {
    return OwnPath.of(back).orElse("/");
  }
}
