package org.heyi.platform.work;

/// 待办计数: how many items of one kind wait for a reader, and how many of them are overdue.
public record WorkCount(String kind, long count, long late) {}
