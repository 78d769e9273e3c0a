package org.heyi.platform.access;

import org.heyi.platform.shared.InstitutionId;

/// 设立首位管理员: the system administrator whom the link of the first start makes.
public record FoundAdministrator(
    String login, String name, String phone, InstitutionId institution, String password) {}
