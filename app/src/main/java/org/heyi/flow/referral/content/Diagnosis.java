package org.heyi.flow.referral.content;

import org.heyi.platform.shared.Code;

/// 诊断: a coded diagnosis with its name in both languages.
public record Diagnosis(Code code, String name, String englishName) {}
