package org.heyi.steering.community;

import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;

/// 服务网格: a part of the service area with one lead (GOV-06).
public record GridView(
    String id,
    ConsortiumId consortium,
    String name,
    String nameEn,
    boolean nameHouse,
    InstitutionId lead,
    String scope,
    String clause) {}
