package org.heyi.flow.capacity;

import org.heyi.platform.shared.AccountId;

/// 出诊医师: somebody of the hospital who may hold clinics.
public record Doctor(AccountId account, String name) {}
