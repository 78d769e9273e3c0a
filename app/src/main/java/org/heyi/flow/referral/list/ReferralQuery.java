package org.heyi.flow.referral.list;

import java.time.Instant;
import java.util.Set;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.ReferralState;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 转诊检索: what another system asks for; what is null narrows nothing.
///
/// @param number as printed on the slip
/// @param states null for all; an empty set finds nothing
/// @param owner whose turn it is
/// @param sent when it was sent for the first time
/// @param visit when the visit begins
/// @param changed when it was changed last
public record ReferralQuery(
    @Nullable ReferralId id,
    @Nullable String number,
    @Nullable ResidentId resident,
    @Nullable Set<ReferralState> states,
    @Nullable InstitutionId sender,
    @Nullable InstitutionId receiver,
    @Nullable InstitutionId owner,
    @Nullable Urgency urgency,
    Between sent,
    Between visit,
    Between changed) {

  /// From inclusive, until exclusive; null is open.
  public record Between(@Nullable Instant from, @Nullable Instant until) {}
}
