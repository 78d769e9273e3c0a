package org.heyi.steering.community;

import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Period;

/// 所在医共体: one membership of an institution, present or past, as shown on its page.
///
/// @param grid name of the service grid, or empty
/// @param inherited it belongs through the centre that manages it
public record MembershipView(
    ConsortiumId consortium,
    String name,
    String nameEn,
    String tradeName,
    MemberRole role,
    String grid,
    String gridEn,
    Period period,
    String clause,
    boolean inherited) {}
