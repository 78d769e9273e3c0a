package org.heyi.platform.audit;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 审计查询: which entries; what is null or empty does not narrow.
///
/// @param from from this moment on
/// @param until before this moment
/// @param actor part of the name
/// @param action its beginning, e.g. `referral` or `referral.sent`
/// @param words regular expression that the action's word matches, or empty
public record AuditQuery(
    Instant from,
    Instant until,
    String actor,
    @Nullable AccountId account,
    String action,
    String words,
    @Nullable ResidentId resident,
    @Nullable InstitutionId institution,
    @Nullable AuditOutcome outcome) {

  public static AuditQuery between(Instant from, Instant until) {
    return new AuditQuery(from, until, "", null, "", "", null, null, null);
  }
}
