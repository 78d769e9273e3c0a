package org.heyi.flow.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A referral as it was read for a command: the aggregate, and the facts that decide.
///
/// @param sentAt when it was sent for the first time; null before
record Found(Referral referral, ReferralFacts facts, @Nullable Instant sentAt) {}
