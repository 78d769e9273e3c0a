package org.heyi.flow.referral.content;

/// 拒收原因: one coded reason for which a referral may be refused.
public record RefusalReason(String code, String name, String englishName) {}
