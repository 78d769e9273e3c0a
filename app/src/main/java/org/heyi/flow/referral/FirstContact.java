package org.heyi.flow.referral;

import org.heyi.platform.shared.InstitutionId;

/// 首诊机构: which institution cares for the resident first (宁河 §十五, 瓦房店 五(五)).
///
/// @param beside somebody else sends the resident: advice, never a refusal
public record FirstContact(InstitutionId institution, String name, boolean beside) {}
