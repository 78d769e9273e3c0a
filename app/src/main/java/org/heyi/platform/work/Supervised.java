package org.heyi.platform.work;

/// 督办计数: what needs the attention of a supervisor.
public record Supervised(long overdue, long unowned, long forgotten) {}
