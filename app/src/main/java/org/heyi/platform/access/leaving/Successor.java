package org.heyi.platform.access.leaving;

import org.heyi.platform.shared.AccountId;

/// 接手人: who takes the matters of a leaver on. Whoever is named here holds the duty, and keeps it to
/// the end of the transaction.
public record Successor(AccountId account, String name) {}
