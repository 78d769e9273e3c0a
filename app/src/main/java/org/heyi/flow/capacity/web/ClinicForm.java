package org.heyi.flow.capacity.web;

import org.jspecify.annotations.Nullable;

/// What the forms on a clinic's page send, as typed; each uses a part.
public record ClinicForm(
    @Nullable String version,
    @Nullable String count,
    @Nullable String reserved,
    @Nullable String practitioner,
    @Nullable String slotClass,
    @Nullable String reason,
    @Nullable String shareReason) {

  static ClinicForm empty() {
    return new ClinicForm("", "1", "", "", "", "", "");
  }

  int versionSeen() {
    return whole(version);
  }

  int places() {
    return whole(count);
  }

  boolean asReserved() {
    return "true".equals(reserved);
  }

  /// What somebody typed into a field, or an empty text.
  public static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static int whole(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }
}
