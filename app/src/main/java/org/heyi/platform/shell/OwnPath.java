package org.heyi.platform.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 本站路径: where somebody wanted to go, as an address or a form says it, if that is a page of this
/// house: `//elsewhere` and `/\elsewhere` are other hosts to a browser.
public final class OwnPath {

  private static final String FORM = "/([^/\\\\\\p{Cntrl}][^\\p{Cntrl}]*)?";

  public static Optional<String> of(@Nullable String said) {
    return Optional.ofNullable(said).map(String::strip).filter(it -> it.matches(FORM));
  }

  private OwnPath() {}
}
