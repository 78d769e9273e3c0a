package org.heyi.front.demo;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;

/// 演示人物: who plays in the demonstration, signed in as they would be.
///
/// @param lead the hospital the referrals go to
/// @param senders village and family doctors
record DemoCast(
    AreaId area,
    LocalDate today,
    InstitutionId lead,
    List<Staff> senders,
    List<Staff> reviewers,
    List<Staff> physicians,
    Staff desk,
    Staff planner,
    Staff enlister,
    Staff officer) {}
