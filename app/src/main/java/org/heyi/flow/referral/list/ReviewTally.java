package org.heyi.flow.referral.list;

import java.util.Map;
import org.heyi.flow.referral.content.ReviewReason;

/// 审核统计: what a hospital found of one sender's referrals in a time.
///
/// @param reviewed steps that reviewed: accepted, returned, refused or sent on
/// @param unreasonable those that did not pass in reasonableness
/// @param nonconforming those that did not pass in conformity
/// @param reasons how often each was given, the most frequent first
public record ReviewTally(
    String sender,
    String senderName,
    long reviewed,
    long accepted,
    long returned,
    long redirected,
    long refused,
    long unreasonable,
    long nonconforming,
    Map<ReviewReason, Long> reasons) {}
