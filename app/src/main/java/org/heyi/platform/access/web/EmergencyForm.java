package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Breaking the glass, as typed.
///
/// @param key the same for the same pressing
/// @param back where to go afterwards
public record EmergencyForm(
    @Nullable UUID key, @Nullable String resident, @Nullable String reason, @Nullable String back) {

  /// Only a path of this house: `//elsewhere` and `/\elsewhere` are other hosts to a browser.
  String way() {
    return text(back).matches("/([^/\\\\\\p{Cntrl}][^\\p{Cntrl}]*)?") ? text(back) : "/";
  }
}
