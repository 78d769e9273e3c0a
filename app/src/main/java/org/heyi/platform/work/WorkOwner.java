package org.heyi.platform.work;

import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 责任方: the institution and the duty that may take an item; a named person when it was assigned.
///
/// @param duty code of the duty whose holders there see the item, e.g. `referral.review`
/// @param assignee the person it was given to, or null while anybody with the duty may claim it
public record WorkOwner(InstitutionId institution, String duty, @Nullable AccountId assignee) {

  public static WorkOwner of(InstitutionId institution, String duty) {
    return new WorkOwner(institution, duty, null);
  }
}
