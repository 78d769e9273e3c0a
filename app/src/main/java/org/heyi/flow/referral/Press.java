package org.heyi.flow.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 一次提交: one press of a button: the form's own key, the version it was filled in against, and, when
/// it enters later what was done on paper, when and by whom that was.
public record Press(UUID key, int version, @Nullable OnPaper paper) {

  public static Press of(UUID key, int version) {
    return new Press(key, version, null);
  }
}
