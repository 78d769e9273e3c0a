package org.heyi.flow.referral;

import java.time.Instant;

/// 同科转诊: another referral of the resident to the same department, of which a sender is warned.
public record Likewise(String number, ReferralState state, Instant sentAt, String sender) {}
