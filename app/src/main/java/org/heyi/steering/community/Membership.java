package org.heyi.steering.community;

import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;

/// 成员关系: an institution's role in a consortium on a day.
///
/// @param role word of GOV-04: lead, joint_lead, cooperating, member, collaborating …
/// @param grid id of the service grid, or empty
public record Membership(
    ConsortiumId consortium, InstitutionId institution, String role, String grid) {}
