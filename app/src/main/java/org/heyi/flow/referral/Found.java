package org.heyi.flow.referral;

/// A referral as it was read for a command: the aggregate, and the facts that decide.
record Found(Referral referral, ReferralFacts facts) {}
