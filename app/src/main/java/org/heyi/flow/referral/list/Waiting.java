package org.heyi.flow.referral.list;

/// 待处理数: how many referrals wait at an institution, by what they wait for.
///
/// @param late how many of those to review are overdue
public record Waiting(
    long drafts,
    long returned,
    long withoutTime,
    long toReview,
    long late,
    long toAdvise,
    long arriving,
    long inCare,
    long toRead) {}
