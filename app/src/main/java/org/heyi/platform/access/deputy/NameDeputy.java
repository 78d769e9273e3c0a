package org.heyi.platform.access.deputy;

import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;

/// 指定代理人: the command.
public record NameDeputy(
    AccountId absent, AccountId deputy, InstitutionId institution, Period period) {}
