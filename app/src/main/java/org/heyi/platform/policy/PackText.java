package org.heyi.platform.policy;

/// 政策包原文: a file as it was written.
public record PackText(String file, String text) {}
