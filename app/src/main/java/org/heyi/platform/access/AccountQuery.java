package org.heyi.platform.access;

/// 账号查询: which accounts to list. Empty words ask for nothing.
///
/// @param text part of the name or sign-in name
/// @param state name of an [AccountState]
public record AccountQuery(String text, String role, String institution, String state) {}
